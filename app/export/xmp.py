"""The packet of metadata in a PDF: its title, its language, and that it is made for everybody."""

from __future__ import annotations

from html import escape

_NO_XML = str.maketrans(dict.fromkeys("\ufffe\uffff", "\N{WHITE SQUARE}"))
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>{claim}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_CLAIM = "\n   <pdfuaid:part>1</pdfuaid:part>"


def writable(title: str) -> str:
    """A title without the two characters that no packet can hold."""
    return title.translate(_NO_XML)


def packet(title: str, language: str) -> bytes:
    """The packet; only a file with a title says that it is PDF/UA-1, which asks for one."""
    claim = _CLAIM if title and language else ""
    filled = _PACKET.format(title=escape(title), language=escape(language), claim=claim)
    return filled.encode("utf-8")
