"""Files that come in over the web, on a disk without a name: a killed process leaves none behind.

Django's own handler names its temporary file, and a partner's file is full of persons.
"""

from tempfile import TemporaryFile
from typing import IO, Any, override

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class NamelessUploadHandler(FileUploadHandler):
    """Keeps a file that is too large for the memory."""

    @override
    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.file = UploadedFile(
            _nameless(), self.file_name, self.content_type, 0, self.charset,
            self.content_type_extra,
        )  # fmt: skip

    @override
    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.file.write(raw_data)

    @override
    def file_complete(self, file_size: int) -> "UploadedFile[Any]":
        self.file.seek(0)
        self.file.size = file_size
        return self.file


def _nameless() -> IO[bytes]:
    return TemporaryFile()
