"""What every request passes through."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "192.168.1.20:8000", "[::1]:8000", "salle-12.local"])
def test_any_address_of_the_machine_is_answered(client, host):
    assert client.get("/nulle-part/", headers={"host": host}).status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "192.168.1.20.evil.example", "localhost.evil.example"])
def test_a_name_that_is_not_ours_is_refused(client, host):
    """Another site could point its own name at this machine."""
    assert client.get("/nulle-part/", headers={"host": host}).status_code == 400


def test_every_page_lives_under_a_strict_policy(client):
    policy = client.get("/nulle-part/").headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", "")
    assert "default-src 'none'" in policy
