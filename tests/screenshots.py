"""Screenshots of the public pages of a running site.

python tests/screenshots.py http://127.0.0.1:8000 docs/screenshots
"""

import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

WIDTHS = (390, 1280)
HEIGHT = 900


def main(site, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for width in WIDTHS:
            page = chromium.new_page(viewport={"width": width, "height": HEIGHT})
            for name, address in addresses(page, site).items():
                page.goto(address, wait_until="networkidle")
                page.screenshot(path=folder / f"{name}-{width}.png")
        chromium.close()


def addresses(page, site):
    """The home page, and the press page and the forum of 2021 that it links."""
    page.goto(f"{site}/en/")
    links = page.eval_on_selector_all("main a", "links => links.map(link => link.href)")
    return {
        "home": f"{site}/en/",
        "press-page": next(link for link in links if "/press/2021/" in link),
        "forum": next(link for link in links if re.search(r"/forums/.*2021-brdo/$", link)),
    }


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"), sys.argv[2])
