"""Every address of the site: each room brings its own."""

from django.urls import URLResolver, include, path

ROOMS = (
    ("", "samen.site.pages"),
    ("", "samen.accounts.urls"),
    ("werk/", "samen.work.urls"),
    ("verwerkingen/", "samen.purposes.urls"),
    ("register/", "samen.register.urls"),
    ("netwerken/", "samen.linkage.urls_of_networks"),
    ("koppelingen/", "samen.linkage.urls"),
    ("zonder-namen/", "samen.exchange.urls"),
    ("", "samen.programme.urls"),
    ("cijfers/", "samen.figures.urls"),
    ("", "samen.figures.urls_of_open_data"),
    ("brieven/", "samen.letters.urls"),
)


def rooms() -> list[URLResolver]:
    return [path(prefix, include(module)) for prefix, module in ROOMS]


urlpatterns = [*rooms(), path("account/", include("allauth.urls"))]

handler400 = "samen.site.pages.bad_request"
handler403 = "samen.site.pages.forbidden"
handler404 = "samen.site.pages.missing"
handler500 = "samen.site.pages.broken"
