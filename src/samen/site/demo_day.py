"""The demo's own day, moved on by who looks at it: what is due then goes before their eyes.

Only a demo has this page; elsewhere its address is not there.
"""

from datetime import date, timedelta
from http import HTTPStatus

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from samen.accounts.forms import DayField
from samen.accounts.permissions import signed_in
from samen.site import retention
from samen.site.templatetags import formats
from samen.work import clock

YEAR = timedelta(days=366)


class DayForm(forms.Form):
    """The day that it is to be in the demo: later than the one that it is."""

    day = DayField(label=gettext_lazy("It becomes"))

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day <= clock.today():
            raise forms.ValidationError(
                _("The demo's day goes forward only: what is gone does not come back.")
            )
        return day


@signed_in
@require_http_methods(["GET", "POST"])
def demo_day(request: HttpRequest) -> HttpResponse:
    """Move the demo's day, and destroy what is due on it, as every hour does by itself."""
    if not settings.DEMO:
        raise Http404
    form = DayForm(request.POST or None, initial={"day": clock.today() + YEAR})
    if form.is_valid():
        settings.DEMO_DAY.write_text(form.cleaned_data["day"].isoformat())
        gone = retention.keep_terms(now=clock.now())["register"]
        messages.success(request, _went(form.cleaned_data["day"], gone))
        return redirect("site:demo_day")
    status = HTTPStatus.BAD_REQUEST if form.is_bound else HTTPStatus.OK
    return render(request, "site/demo_day.html", {"form": form}, status=status)


def _went(day: date, gone: int) -> str:
    words = ngettext(
        "It is {day} here now. {n} registration was due and is destroyed.",
        "It is {day} here now. {n} registrations were due and are destroyed.",
        gone,
    )
    return words.format(day=formats.day(day), n=formats.thousands(gone))
