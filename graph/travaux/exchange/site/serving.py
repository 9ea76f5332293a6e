"""Files that tell servers and search engines how a site is to be read; it works without them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from travaux.exchange.site.names import to_url

_HTACCESS = """\
# For Apache. The site works without these rules; they add content negotiation, types of files, and how long a browser may keep them.
Options -Indexes -MultiViews
DirectoryIndex index.html
AddDefaultCharset utf-8
AddType text/turtle .ttl
AddType application/n-quads .nq
AddType application/trig .trig
AddType application/ld+json .jsonld
AddType application/x-ndjson .jsonl
AddCharset utf-8 .ttl .nq .trig .jsonld .jsonl .json .csv .js .css .txt
{lost}<IfModule mod_headers.c>
  Header set X-Content-Type-Options nosniff
  Header merge Vary Accept
  <FilesMatch "\\.(ttl|nq|trig|jsonld|jsonl|json|csv)$">
    Header set Access-Control-Allow-Origin "*"
  </FilesMatch>
  <If "%{{REQUEST_URI}} =~ m#/assets/[^/]+$#">
    Header set Cache-Control "public, max-age=31536000, immutable"
  </If>
</IfModule>
<IfModule mod_rewrite.c>
  RewriteEngine On
{base}{others}  # Who asks for Turtle and not for a page is given what the graph says of the thing.
  RewriteCond %{{HTTP_ACCEPT}} !text/html
  RewriteCond %{{HTTP_ACCEPT}} text/turtle
  RewriteCond %{{REQUEST_FILENAME}}/index.ttl -f
  RewriteRule ^(.+?)/?$ $1/index.ttl [L]
  RewriteRule ^\\.well-known/void$ void/index.ttl [L]
</IfModule>
"""
_W3ID = """\
# For the folder of this corpus at https://w3id.org (see docs/publishing.md): every IRI of the corpus leads to the site.
RewriteEngine On
RewriteRule ^(.*)$ {address}$1 [R=303,L,NE]
"""
_SITEMAP = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
_MOST_URLS = 50_000


def write_rules(folder: Path, others: Mapping[str, str], address: str | None) -> None:
    """Write the rules for Apache; ``others`` are things whose folder has another name than their identifier."""
    lost = f"ErrorDocument 404 {urlsplit(address).path}404.html\n" if address else ""
    rules = [
        f"  RewriteRule ^{_pattern(thing)}/?$ {to_url(place)}/ [R=303,L,NE]\n" for thing, place in others.items() if unquote(thing) != place
    ]
    base = f"  RewriteBase {urlsplit(address).path}\n" if address else ""
    text = _HTACCESS.format(lost=lost, base=base, others="".join(rules) if address else "")
    _write(folder / ".htaccess", text)
    if address:
        _write(folder / "w3id.htaccess", _W3ID.format(address=address))


def write_map(folder: Path, paths: Iterable[str], address: str | None) -> None:
    """Write ``robots.txt`` and, if the address of the site is known, its map: the folders of all pages."""
    told = f"Sitemap: {address}sitemap.xml\n" if address else ""
    _write(folder / "robots.txt", f"User-agent: *\nAllow: /\n{told}")
    if address:
        urls = [f"<url><loc>{escape(address + to_url(path) + ('/' if path else ''))}</loc></url>\n" for path in sorted(paths)]
        _write(folder / "sitemap.xml", _SITEMAP.format(urls="".join(urls[:_MOST_URLS])))


def _pattern(thing: str) -> str:
    """Write a path as a regular expression without blanks, which the rules divide their parts by."""
    return "".join(
        f"\\x{byte:02x}" if not chr(byte).isalnum() and chr(byte) not in "/-_" else chr(byte) for byte in unquote(thing).encode()
    )


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
