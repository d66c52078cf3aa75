#!/usr/bin/env bash
# Make sure that this computer has the system packages that the named needs ask for.
#
#   system_packages.sh NEED...      NEED: python (make a virtual environment), window (start Qt),
#                                   screen (a screen without a monitor, for tests),
#                                   readers (what reads PDFs besides Greenroom, for tests)
#
# On Debian and its relatives what is missing is installed when this runs as root; otherwise the
# one command that installs it is printed and the exit code is 1. Elsewhere it only warns.
set -euo pipefail

python=${PYTHON:-python3}
libraries=""
missing=()

# What the Qt wheels load and do not bring along: `objdump -p` of the Qt libraries and of the
# platform, image, icon and printing plugins. Looked up by library, because Debian and Ubuntu
# have renamed some of the packages (libglib2.0-0t64) but never the libraries. Enchant checks
# spelling; its package brings an English dictionary where there is none.
window_libraries="
libEGL.so.1              libegl1
libGL.so.1               libgl1
libX11.so.6              libx11-6
libX11-xcb.so.1          libx11-xcb1
libbrotlidec.so.1        libbrotli1
libdbus-1.so.3           libdbus-1-3
libenchant-2.so.2        libenchant-2-2
libfontconfig.so.1       libfontconfig1
libfreetype.so.6         libfreetype6
libglib-2.0.so.0         libglib2.0-0
libgssapi_krb5.so.2      libgssapi-krb5-2
libstdc++.so.6           libstdc++6
libwayland-client.so.0   libwayland-client0
libwayland-cursor.so.0   libwayland-cursor0
libwayland-egl.so.1      libwayland-egl1
libxcb.so.1              libxcb1
libxcb-cursor.so.0       libxcb-cursor0
libxcb-glx.so.0          libxcb-glx0
libxcb-icccm.so.4        libxcb-icccm4
libxcb-image.so.0        libxcb-image0
libxcb-keysyms.so.1      libxcb-keysyms1
libxcb-randr.so.0        libxcb-randr0
libxcb-render.so.0       libxcb-render0
libxcb-render-util.so.0  libxcb-render-util0
libxcb-shape.so.0        libxcb-shape0
libxcb-shm.so.0          libxcb-shm0
libxcb-sync.so.1         libxcb-sync1
libxcb-util.so.1         libxcb-util1
libxcb-xfixes.so.0       libxcb-xfixes0
libxcb-xkb.so.1          libxcb-xkb1
libxkbcommon.so.0        libxkbcommon0
libxkbcommon-x11.so.0    libxkbcommon-x11-0
libzstd.so.1             libzstd1
"

need_python() {
    if ! command -v "$python" >/dev/null; then
        missing+=(python3 python3-venv)
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        # A Python that Debian did not build has its own ensurepip, and never comes here.
        missing+=(python3-venv)
    fi
}

need_window() {
    local library package
    libraries=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null || true)
    while read -r library package; do
        if [[ -n $library && $libraries != *$'\t'"$library "* ]]; then
            missing+=("$package")
        fi
    done <<<"$window_libraries"
}

need_screen() {
    command -v Xvfb >/dev/null && command -v xvfb-run >/dev/null || missing+=(xvfb)
    command -v xauth >/dev/null || missing+=(xauth)
}

need_readers() {
    command -v pdfinfo >/dev/null && command -v pdftotext >/dev/null || missing+=(poppler-utils)
    command -v qpdf >/dev/null || missing+=(qpdf)
    # Poppler fills in forms by its GLib binding, which belongs to the system's own Python.
    /usr/bin/python3 -c "import gi; gi.require_version('Poppler', '0.18')" 2>/dev/null ||
        missing+=(gir1.2-poppler-0.18 python3-gi)
    # What is drawn flat in Japanese takes a font of the system, whichever program draws it.
    fc-list :lang=ja 2>/dev/null | grep -q . || missing+=(fontconfig fonts-droid-fallback)
}

[[ $(uname -s) == Linux ]] || exit 0
for need in "$@"; do
    "need_$need"
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "Greenroom needs what Debian calls: ${missing[*]}. Install them with your package manager if the next step fails." >&2
elif [[ $(id -u) -eq 0 ]]; then
    echo "Installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq -o Acquire::Retries=3
    apt-get install -qq -y --no-install-recommends -o Acquire::Retries=3 "${missing[@]}" >/dev/null
else
    echo "sudo apt-get install -y ${missing[*]}" >&2
    exit 1
fi
