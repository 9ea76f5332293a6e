"""Validate an RO-Crate with roc-validator where there is no network: ``python validate_crate.py FOLDER SEVERITY``.

The validator fetches the context of RO-Crate at every run. It is given the one that the rocrate package carries.
"""

import io
import sys
from email.message import Message
from importlib.resources import files
from urllib.response import addinfourl

import rdflib._networking
import rdflib.parser
import requests.adapters
from requests import PreparedRequest, Response
from rocrate_validator import models, services
from urllib3 import HTTPResponse

ADDRESS = "https://w3id.org/ro/crate/1.1/context"
CONTEXT = (files("rocrate") / "data" / "ro-crate.jsonld").read_bytes()
TYPE = "application/ld+json"


def answer(address: str | None) -> bytes:
    if (address or "").rstrip("/") != ADDRESS:
        raise OSError(address)
    return CONTEXT


def opened(request: object) -> addinfourl:
    address = request.full_url  # type: ignore[attr-defined]
    headers = Message()
    headers["Content-Type"] = TYPE
    return addinfourl(io.BytesIO(answer(address)), headers, address)


def sent(_: object, request: PreparedRequest, **__: object) -> Response:
    response = Response()
    response.raw = HTTPResponse(io.BytesIO(answer(request.url)), status=200, preload_content=False, request_url=request.url)
    response.status_code, response.url, response.request = 200, request.url or "", request
    response.headers["Content-Type"] = TYPE
    return response


rdflib._networking._urlopen = rdflib.parser._urlopen = opened  # noqa: SLF001
requests.adapters.HTTPAdapter.send = sent
crate, severity = sys.argv[1:]
settings = services.ValidationSettings(
    rocrate_uri=crate, profile_identifier="ro-crate-1.1", requirement_severity=getattr(models.Severity, severity)
)
result = services.validate(settings)
for issue in result.get_issues():
    print(issue.severity.name, issue.check.identifier, issue.message, getattr(issue, "violatingEntity", ""))
print("passed" if result.passed() else "failed")
