"""Which network addresses may be fetched from: public ones only, judged after name resolution, for every redirect anew."""

import asyncio
import ipaddress
import socket
from urllib.parse import urlsplit


class RefusedAddress(ValueError):  # noqa: N818 - says what was done
    """An address that must not be fetched."""


async def public_addresses(url: str, allow_private: bool) -> list[str]:
    """The IP addresses of a URL's host, all of them public unless allowed otherwise.

    RefusedAddress when the scheme isn't http(s), the name has no address, or any address is private, loopback, link-local or reserved.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise RefusedAddress(f"{url[:200]}: not an address ({error})") from error
    if parts.scheme not in ("http", "https") or not host:
        raise RefusedAddress(f"{url[:200]}: scheme {parts.scheme or 'missing'}; expected http or https")
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise RefusedAddress(f"{url[:200]}: the name {host} has no address ({error}); check the spelling") from error
    addresses = list(dict.fromkeys(str(row[4][0]) for row in found))
    for address in addresses:
        if not allow_private and not _is_public(address):
            raise RefusedAddress(f"{url[:200]}: {host} is {address}, a private address; allow it in the settings if that is meant")
    # IPv4 first: a machine without IPv6 often still resolves it
    return sorted(addresses, key=lambda address: ":" in address)


def _is_public(address: str) -> bool:
    parsed = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    judged = mapped or parsed
    return judged.is_global and not judged.is_multicast
