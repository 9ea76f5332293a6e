"""The files that pages are made of."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from travaux.views.assets import read_assets


def give_file(request: Request) -> Response:
    """Give a script, a style or a picture."""
    found = read_assets().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    content, media = found
    return Response(content, media_type=media)
