"""Sign-in with an organisation's own provider: a small real one at the network's edge."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client, override_settings

from samen.site.sign_in import providers
from tests.cast import Cast

pytestmark = pytest.mark.django_db
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider(BaseHTTPRequestHandler):
    """The least that OpenID Connect asks; `email` and `verified` are set by a test."""

    email = ""
    verified = True
    nonce = ""

    def do_GET(self) -> None:
        base = f"http://{self.headers['Host']}"
        path = urlsplit(self.path).path
        if path == "/.well-known/openid-configuration":
            names = {"authorization": "auth", "token": "token", "userinfo": "me"}
            known = {f"{name}_endpoint": f"{base}/{where}" for name, where in names.items()}
            self._say({"issuer": base, "jwks_uri": f"{base}/keys", **known})
        elif path == "/keys":
            key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
            self._say({"keys": [{**key, "kid": "k", "alg": "RS256", "use": "sig"}]})
        else:
            self._say(self._claims())

    def do_POST(self) -> None:
        base = f"http://{self.headers['Host']}"
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        now = int(time.time())
        claims = {**self._claims(), "iss": base, "aud": "samen", "iat": now, "exp": now + 60}
        token = jwt.encode(claims, KEY, algorithm="RS256", headers={"kid": "k"})
        self._say({"access_token": "a", "token_type": "Bearer", "id_token": token})

    def _claims(self) -> dict[str, object]:
        kind = type(self)
        return {"sub": kind.email, "email": kind.email, "email_verified": kind.verified}

    def _say(self, what: dict[str, object]) -> None:
        body = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture
def provider() -> Iterator[type[Provider]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    given = [{"id": "proef", "name": "Proefministerie", "client_id": "samen", "secret": "geheim",
              "server_url": f"http://127.0.0.1:{server.server_port}",
              "domains": ["voorbeeld.example"]}]  # fmt: skip
    found = providers(json.dumps(given))
    with override_settings(
        SOCIALACCOUNT_PROVIDERS={"openid_connect": {"APPS": [one.as_allauth() for one in found]}},
        OIDC_DOMAINS={one.id: one.domains for one in found},
    ):
        yield Provider
    server.shutdown()
    server.server_close()


def come_in(client: Client, provider: type[Provider], email: str, *, verified: bool = True) -> int:
    provider.email, provider.verified = email, verified
    away = client.post("/account/oidc/proef/login/?process=login")
    query = parse_qs(urlsplit(away.headers["Location"]).query)
    assert query["code_challenge_method"] == ["S256"]
    back = f"/account/oidc/proef/login/callback/?code=c&state={query['state'][0]}"
    client.get(back)
    return client.get("/ik").status_code


def test_an_invited_person_comes_in_with_their_organisation(
    cast: Cast, provider: type[Provider]
) -> None:
    client = Client()
    assert b"Proefministerie" in client.get("/account/login/").content
    assert come_in(client, provider, cast["reader"].email) == 200
    assert cast["reader"].name in client.get("/ik").content.decode()


@pytest.mark.parametrize(
    ("email", "verified"),
    [
        ("onbekend@voorbeeld.example", True),
        ("reader@voorbeeld.example", False),
        ("reader@elders.example", True),
    ],
)
def test_others_stay_out(cast: Cast, provider: type[Provider], email: str, verified: bool) -> None:
    cast["approver"].email = "reader@elders.example"
    cast["approver"].save()
    assert come_in(Client(), provider, email, verified=verified) == 302


def test_a_closed_account_stays_closed(cast: Cast, provider: type[Provider]) -> None:
    cast["reader"].is_active = False
    cast["reader"].save()
    assert come_in(Client(), provider, cast["reader"].email) == 302
