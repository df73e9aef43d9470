#!/bin/sh
# Makes .venv/bin/refdesk run: the system's packages, a virtual environment, the pinned requirements, the project.
# Does nothing while what it depends on is unchanged; removing .venv starts afresh.
# usage: setup.sh [LIST ...], each a further list of system packages, such as what the tests need
set -eu
cd "$(dirname "$0")/.."

packages="packaging/linux/system-libraries.txt${*:+ $*}"
stamp=.venv/set-up-$#
here=$(pwd -P)

say() {
    printf 'set-up: %s\n' "$*" >&2
}

fingerprint() {
    # Unquoted on purpose here and below: it holds several names.
    # shellcheck disable=SC2086
    cat requirements.txt pyproject.toml $packages packaging/setup.sh | cksum
}

# Debian 13 and Ubuntu 24.04 gave some libraries a new name ending in t64.
missing_packages() {
    # shellcheck disable=SC2086
    sed 's/#.*//' $packages | while read -r name; do
        [ -n "$name" ] || continue
        dpkg-query --show --showformat='${db:Status-Status}\n' "$name" "${name}t64" 2>/dev/null \
            | grep -qx installed || printf ' %s' "$name"
    done
}

# What the system cannot give is said and passed over here: whoever needs it later stops by itself.
install_packages() {
    [ "$(uname)" = Linux ] || return 0
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "this system has no apt; $packages names what the window needs from it."
        return 0
    fi
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -eq 0 ]; then
        administrator='env'
    elif sudo -n true 2>/dev/null; then
        administrator='sudo -n env'
    else
        say "an administrator should run: apt-get install$missing"
        return 0
    fi
    say "installing the system packages$missing"
    # Unquoted on purpose: both hold several words.
    # shellcheck disable=SC2086
    { $administrator apt-get -qq update \
        && $administrator DEBIAN_FRONTEND=noninteractive apt-get -qq --yes --no-install-recommends \
            -o Dpkg::Use-Pty=0 install $missing; } >/dev/null || say "apt could not install$missing; going on without."
}

suitable_python() {
    for python in python3.14 python3.13 python3.12 python3.11 python3; do
        if "$python" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' \
            2>/dev/null; then
            echo "$python"
            return
        fi
    done
    say 'Python 3.11 to 3.14 with its venv module is needed and was not found.'
    return 1
}

# An environment carries its own path in its commands, so one that was moved or copied here must be made again.
make_environment() {
    if grep -qsF " $here/.venv" .venv/pyvenv.cfg && .venv/bin/python -m pip --version >/dev/null 2>&1; then
        return
    fi
    python=$(suitable_python)
    say "making .venv with $("$python" --version)"
    "$python" -m venv --clear "$here/.venv"
}

install() {
    .venv/bin/python -m pip --quiet --quiet --disable-pip-version-check --no-input install "$@"
}

if [ "$(cat "$stamp" 2>/dev/null)" = "$here $(fingerprint)" ] && .venv/bin/python -c '' 2>/dev/null; then
    exit 0
fi
install_packages
make_environment
say 'installing the pinned requirements'
install --only-binary :all: --require-hashes --requirement requirements.txt
# The build tool is among the requirements, so nothing unpinned is fetched for the project itself.
install --no-build-isolation --no-deps --editable .
echo "$here $(fingerprint)" >"$stamp"
say 'done: .venv/bin/refdesk'
