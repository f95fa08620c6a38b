"""What every request passes through: the name it was sent to, and the policy its page lives under."""

import ipaddress
from collections.abc import Callable

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


class Passage:
    """A middleware that looks at a request, and may answer it, and at its response; sync or not."""

    sync_capable = async_capable = True

    def __init__(self, get_response: Callable):
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest):
        if iscoroutinefunction(self.get_response):
            return self.wait(request)
        return self.before(request) or self.after(self.get_response(request))

    async def wait(self, request: HttpRequest) -> HttpResponse:
        return self.before(request) or self.after(await self.get_response(request))

    def before(self, request: HttpRequest) -> HttpResponse | None:
        return None

    def after(self, response: HttpResponse) -> HttpResponse:
        return response


class KnownHost(Passage):
    """Any address of this machine will do; a name must be known, or another site could point its own name here."""

    def before(self, request: HttpRequest) -> HttpResponse | None:
        if is_known(split_domain_port(request.get_host())[0]):
            return None
        return HttpResponse("Adresse inconnue : utilisez celle qui est écrite sur la carte.", status=400)


def is_known(host: str) -> bool:
    if host in ("localhost", "testserver") or host in settings.KNOWN_NAMES:
        return True
    if host.endswith(".local"):
        return True
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


class ContentSecurityPolicy(Passage):
    """Everything comes from this server; no inline script, no inline style."""

    def after(self, response: HttpResponse) -> HttpResponse:
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        if not response.has_header("Cache-Control"):
            response.headers["Cache-Control"] = "private, no-cache"
        return response
