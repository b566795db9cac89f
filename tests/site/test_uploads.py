"""A large file that comes in stands on the disk without a name."""

import os
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.test import RequestFactory

CONTENT = b"naam;plaats\n" * 400_000


def sent() -> "UploadedFile[Any]":
    given = SimpleUploadedFile("partner.csv", CONTENT, "text/csv")
    file = RequestFactory().post("/", {"file": given}).FILES["file"]
    assert isinstance(file, UploadedFile)
    return file


def test_no_name_leads_to_it_when_its_process_is_killed() -> None:
    file = sent()
    assert os.fstat(file.fileno()).st_nlink == 0


def test_it_is_read_as_it_was_sent() -> None:
    file = sent()
    assert (file.name, file.size, file.read()) == ("partner.csv", len(CONTENT), CONTENT)
