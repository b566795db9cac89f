"""Sign-in with an organisation's own OpenID Connect provider, out of one setting.

SAMEN_OIDC is a JSON list; each entry has `id`, `name`, `client_id`, `secret`, `server_url`
and `domains`: the mail domains for which that organisation may speak.
"""

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

from samen.core.errors import CannotRun

FIELDS = frozenset({"id", "name", "client_id", "secret", "server_url", "domains"})


@dataclass(frozen=True)
class Provider:
    """One organisation's sign-in."""

    id: str
    name: str
    client_id: str
    secret: str
    server_url: str
    domains: frozenset[str]

    @property
    def origin(self) -> str:
        parts = urlsplit(self.server_url)
        return f"{parts.scheme}://{parts.netloc}"

    def as_allauth(self) -> dict[str, object]:
        return {
            "provider_id": self.id,
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.secret,
            "settings": {"server_url": self.server_url, "oauth_pkce_enabled": True},
        }


def providers(text: str) -> list[Provider]:
    """The providers in SAMEN_OIDC; raises CannotRun when it is not as it should be."""
    try:
        entries = json.loads(text or "[]")
        found = [_provider(entry) for entry in entries]
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise CannotRun(
            "SAMEN_OIDC cannot be read.",
            "It is a JSON list of objects with {fields}.",
            "Correct it; see docs/running.md.",
            fields=", ".join(sorted(FIELDS)),
        ) from error
    return found


def _provider(entry: dict[str, object]) -> Provider:
    domains = entry["domains"]
    if not isinstance(domains, list):
        raise TypeError("domains")
    texts = {name: str(entry[name]) for name in FIELDS - {"domains"}}
    return Provider(**texts, domains=frozenset(str(domain).lower() for domain in domains))
