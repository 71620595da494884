"""Web pages as sites make them, with a made-up article in the midst of menus, pictures, links and notices."""

from __future__ import annotations

import html

ARTICLE = (
    "JAMBI - Sekretaris Daerah meminta semua pegawai negeri bersikap netral dalam pemilihan kepala daerah tahun ini.",
    "“Pegawai wajib menjaga netralitas, tidak boleh ikut kampanye,” kata Siti Aminah saat apel pagi di halaman kantor, Senin (14/10/2024).",
    "Ia mengingatkan pula bahwa pelanggaran dapat dikenai hukuman disiplin sesuai dengan aturan yang berlaku bagi pegawai.",
    "Apel itu dihadiri para camat, lurah, dan kepala dinas di lingkungan pemerintah kota, serta perwakilan badan pengawas.",
)
TITLE = "Sekda Ingatkan Pegawai Bersikap Netral"

LINKS = ("Jalan Rusak Diperbaiki Pekan Depan", "Harga Cabai Naik di Pasar Angso Duo", "Warga Gotong Royong Bersihkan Sungai")


def links(titles: tuple[str, ...] = LINKS) -> str:
    return "<ul>" + "".join(f'<li><a href="/berita/{number}">{title}</a></li>' for number, title in enumerate(titles)) + "</ul>"


def web_page(body: str, *, title: str = TITLE, head: str = "", byline: str = "Senin, 14 Oktober 2024 | 10:15 WIB", behind: str = "") -> bytes:
    """Return a page with the markup `body` as its article, and the usual things around it."""
    return f"""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>{html.escape(title)} - Kabar Desa</title>
<meta property="og:site_name" content="Kabar Desa">{head}
<script>var a = "<p>bukan teks</p>";</script><style>p {{ color: red }}</style></head>
<body class="single sidebar-right"><!-- kop --><div id="top"><a href="/">Beranda</a> <a href="/politik">Politik</a> <a href="/hukum">Hukum</a></div>
<div class="kolom"><div class="isi"><h1>{html.escape(title)}</h1><div class="tgl">{byline}</div>
<div class="foto"><img src="a.jpg"><div>Sekda memimpin apel pagi di halaman kantor wali kota.</div></div>
<div class="teks">{body}</div>{behind}
<div><a href="/f">Facebook</a> <a href="/t">Twitter</a></div></div>
<div class="kanan"><h3>Terpopuler</h3>{links()}</div></div>
<div class="bawah"><p>Kabar Desa memuat berita dari desa. Segala isi situs ini dilindungi undang-undang hak cipta.</p><p>© 2024</p></div></body></html>
""".encode()


def paragraphs(article: tuple[str, ...] = ARTICLE) -> str:
    return "\n".join(f"<p>{html.escape(words, quote=False)}</p>" for words in article)
