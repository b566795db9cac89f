"""The people of the demo's register in a browser, each in a window of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect
from procrastinate.contrib.django.models import ProcrastinateJob

from samen.register import jobs
from samen.work.jobs import run_work

DOMAIN = "demo.example"


@dataclass(frozen=True)
class Somebody:
    """A member of the demo in a browser of their own."""

    page: Page

    def open(self, processing: str, organisation: str = "") -> None:
        """Go from the first page of the register into a processing."""
        self.page.goto("/register/")
        row = self.page.get_by_role("row").filter(has_text=processing)
        part = row.get_by_role("listitem").filter(has_text=organisation)
        (part if organisation else row).get_by_role("link").first.click()
        self.reads_title(processing)

    def take_in(self, file: Path, profile: str) -> None:
        """Give a file, agree with how it is read, and look at what came of it."""
        page = self.page
        page.get_by_role("link", name="Bestand van een partner inlezen").click()
        page.get_by_label("Bestand", exact=True).set_input_files(file)
        page.get_by_role("combobox", name="Profiel").select_option(profile)
        page.get_by_role("button", name="Verder").click()
        page.get_by_role("button", name="Dit bestand inlezen").click()
        self.see_done(jobs.take_in)
        page.get_by_role("link", name="Naar het resultaat").click()

    def see_done(self, job: Callable[..., str]) -> None:
        """Do the long work that was just ordered, and see its page."""
        self.page.wait_for_url("**/werk/*/")
        arguments = ProcrastinateJob.objects.latest("id").args
        run_work(job, work=arguments.pop("work"), attempt=0, arguments=arguments)
        self.page.reload()

    def fetch(self, link: str, folder: Path) -> Path:
        """The file behind a link."""
        with self.page.expect_download() as fetched:
            self.page.get_by_role("link", name=link).click()
        file = folder / fetched.value.suggested_filename
        fetched.value.save_as(file)
        return file

    def count(self, words: str) -> int:
        """The number beside words in a list of counts."""
        told = self.page.locator(".counts li").filter(has_text=words).locator("strong")
        return int(told.inner_text().replace(".", ""))

    def reads_title(self, words: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(words)

    def move_day(self, day: date) -> None:
        """Move the demo on to a day, with the link on top of each page."""
        self.page.get_by_role("link", name="Dag verzetten").click()
        self.page.get_by_label("Het wordt").fill(day.isoformat())
        self.page.get_by_role("button", name="Dag verzetten").click()
