"""The frame: every page of the site itself answers."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/toetsen", "/gezond", "/robots.txt", "/account/login/"])
def test_public_pages_answer(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


def test_an_unknown_address_says_so_in_words(client: Client) -> None:
    answer = client.get("/nergens")
    assert answer.status_code == 404
    assert "<h1>" in answer.content.decode()
