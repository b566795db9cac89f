"""The accounts of a demo, for its page for signing in."""

from django import template
from django.utils.functional import Promise

from samen.site.demo import DEMO_DOMAIN
from samen.site.demo_guide import ACCOUNTS

register = template.Library()


@register.simple_tag
def demo_accounts() -> list[tuple[str, Promise]]:
    """Each account by its address, and what it is for."""
    return [(f"{name}@{DEMO_DOMAIN}", does) for name, does in ACCOUNTS.items()]
