"""Envelopes in the layouts of their countries, after the examples that the posts themselves give."""

import pytest

from refdesk.domain.person import Address
from refdesk.services.postal import countries, country_of, envelope


def at(street: str, city: str, postcode: str = "", region: str = "", country: str = "") -> Address:
    return Address(street=street, city=city, postcode=postcode, region=region, country=country)


LAID_OUT = {
    "AE": (at("PO Box 98765", "Jumeirah", region="Dubai"), "PO Box 98765|Jumeirah|DUBAI"),
    "AR": (at("Av. Corrientes 1302", "Buenos Aires", "c1043abn"), "Av. Corrientes 1302|C1043ABN BUENOS AIRES"),
    "AT": (at("Rochusplatz 1", "Wien", "1030"), "Rochusplatz 1|1030 Wien"),
    "AU": (at("111 Bourke St", "Melbourne", "3000", "Vic"), "111 Bourke St|MELBOURNE VIC 3000"),
    "BE": (at("Rue du Vivier 7 b", "Bruxelles", "1050"), "Rue du Vivier 7 b|1050 BRUXELLES"),
    "BR": (at("Rua Visconde 24", "Salvador", "40015-170", "ba"), "Rua Visconde 24|Salvador - BA|40015-170"),
    "CA": (at("2701 Riverside Dr", "Ottawa", "k1a 0b1", "on"), "2701 Riverside Dr|OTTAWA ON  K1A 0B1"),
    "CH": (at("Wankdorfallee 4", "Bern", "3030"), "Wankdorfallee 4|3030 Bern"),
    "CN": (at("12 Chang An St", "Beijing", "100001"), "12 Chang An St|Beijing|100001"),
    "CZ": (at("Politických vězňů 4", "Praha", "110 00"), "Politických vězňů 4|110 00 Praha"),
    "DE": (at("Heidestraße 17", "Berlin", "10557"), "Heidestraße 17|10557 Berlin"),
    "DK": (at("Hedegaardsvej 88", "København S", "2300"), "Hedegaardsvej 88|2300 København S"),
    "ES": (at("Calle Aduana 29", "Madrid", "28070"), "Calle Aduana 29|28070 MADRID"),
    "FI": (at("Mäkelänkatu 25 B 13", "Helsinki", "00550"), "Mäkelänkatu 25 B 13|00550 HELSINKI"),
    "FR": (at("25 rue de l’Église", "Évry", "91000"), "25 rue de l’Église|91000 ÉVRY"),
    "GB": (
        at("Casa Oliveira\n27 Welsh Back", "Bristol", "bs1 4rr", "Avon"),
        "Casa Oliveira|27 Welsh Back|BRISTOL|BS1 4RR",
    ),
    "GR": (at("Ερμού 5", "Αθήνα", "105 63"), "Ερμού 5|105 63 Αθήνα"),
    "HU": (at("Honvéd utca 13-15.", "Szeged", "6720"), "SZEGED|Honvéd utca 13-15.|6720"),
    "IE": (at("25 Fenian St", "Dublin 2", "d02 af30"), "25 Fenian St|Dublin 2|D02 AF30"),
    "IN": (at("13 MG Road", "Pune", "411001", "Maharashtra"), "13 MG Road|PUNE 411001|MAHARASHTRA"),
    "IT": (at("Viale Europa 22", "Roma", "00144", "RM"), "Viale Europa 22|00144 ROMA RM"),
    "JP": (
        at("1-3-2 Kasumigaseki", "Chiyoda-ku", "100-8798", "Tokyo"),
        "1-3-2 Kasumigaseki|Chiyoda-ku, TOKYO 100-8798",
    ),
    "KR": (at("6 Jongno", "Jongno-gu", "03187", "Seoul"), "6 Jongno|Jongno-gu, Seoul 03187"),
    "LU": (at("71 Route de Longwy", "Bertrange", "l-8080"), "71 Route de Longwy|L-8080 BERTRANGE"),
    "LV": (at("Brīvības bulvāris 32", "Rīga", "lv-1000"), "Brīvības bulvāris 32|Rīga, LV-1000"),
    "MX": (at("Calle 60 No. 499", "Mérida", "97000", "Yuc."), "Calle 60 No. 499|97000 MÉRIDA, YUC."),
    "MY": (at("12 Jalan Tun", "Alor Setar", "05100", "Kedah"), "12 Jalan Tun|05100 ALOR SETAR|KEDAH"),
    "NL": (at("Spui 70", "Den Haag", "2511 bt"), "Spui 70|2511 BT  DEN HAAG"),
    "NO": (at("Tollbugata 17", "Oslo", "0152"), "Tollbugata 17|0152 OSLO"),
    "NZ": (at("86 Kilmore St", "Christchurch", "8013"), "86 Kilmore St|Christchurch 8013"),
    "PL": (at("ul. Bosmańska 1", "Gdynia", "81-116"), "ul. Bosmańska 1|81-116 GDYNIA"),
    "PT": (at("R. da Palma 1", "Lisboa", "1100-390"), "R. da Palma 1|1100-390 LISBOA"),
    "RU": (at("ул. Ленина, д. 5", "г. Москва", "101000"), "ул. Ленина, д. 5|г. Москва|101000"),
    "SE": (at("Nybyvägen 2", "Norrköping", "602 10"), "Nybyvägen 2|602 10 NORRKÖPING"),
    "SG": (at("16 Sandilands Rd", "Singapore", "546080"), "16 Sandilands Rd|SINGAPORE 546080"),
    "TR": (at("Şair Nedim Cad. 12", "Beşiktaş", "34357", "İSTANBUL"), "Şair Nedim Cad. 12|34357 Beşiktaş/İSTANBUL"),
    "UA": (at("вул. Хрещатик, 22", "м. Київ", "01001"), "вул. Хрещатик, 22|м. Київ|01001"),
    "US": (at("455 Larkspur Dr", "Portland", "97201", "or"), "455 Larkspur Dr|PORTLAND OR 97201"),
    "ZA": (at("497 Jacob Maré St", "Pretoria", "0002"), "497 Jacob Maré St|PRETORIA|0002"),
}


@pytest.mark.parametrize("code", LAID_OUT)
def test_an_envelope_is_laid_out_as_its_country_asks(code: str) -> None:
    address, expected = LAID_OUT[code]
    assert "|".join(envelope("Ana Ruiz", address, home=code)) == f"Ana Ruiz|{expected}"


@pytest.mark.parametrize(
    ("code", "address", "expected"),
    [
        ("JP", at("霞が関1-3-2", "千代田区", "100-8798", "東京都"), "〒100-8798|東京都千代田区霞が関1-3-2|山田花子 様"),
        ("CN", at("长安街12号", "北京市", "100001"), "100001|北京市长安街12号|山田花子"),
        ("KR", at("종로 6", "종로구", "03187", "서울특별시"), "서울특별시 종로구 종로 6|山田花子 귀하|03187"),
    ],
)
def test_an_address_in_the_script_of_east_asia_begins_with_the_largest(
    code: str, address: Address, expected: str
) -> None:
    assert "|".join(envelope("山田花子", address, home=code)) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("U.K.", "GB"), ("Scotland", "GB"), ("u.s.a.", "US"), ("The Netherlands", "NL"), ("Deutschland", "DE"),
        ("osterreich", "AT"), ("日本", "JP"), ("fr", "FR"), (" Côte ", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_names_and_its_code(text: str, code: str) -> None:
    found = country_of(text)
    assert (found.code if found else "") == code


def test_the_country_stands_last_in_capitals_unless_the_letter_stays_in_it() -> None:
    berlin = at("Heidestraße 17", "Berlin", "10557", country="Deutschland")
    assert envelope("Ana", berlin, "GB")[-2:] == ("10557 Berlin", "GERMANY")
    assert envelope("Ana", berlin)[-1] == "GERMANY"
    assert envelope("Ana", berlin, "DE")[-1] == "10557 Berlin"


def test_an_address_without_a_country_lies_in_the_users_own() -> None:
    bath = at("1 Quay", "Bath", "ba1 1aa")
    assert envelope("Ana", bath, "GB") == ("Ana", "1 Quay", "BATH", "BA1 1AA")
    assert envelope("Ana", bath) == ("Ana", "1 Quay", "Bath ba1 1aa")


def test_an_unknown_country_gets_its_lines_as_they_are() -> None:
    far = at("1 Harbour Rd", "Stanley", "FIQQ 1ZZ", "East", "Falkland Islands")
    assert envelope("Ana", far, "GB") == ("Ana", "1 Harbour Rd", "Stanley, East FIQQ 1ZZ", "Falkland Islands")


def test_what_is_not_known_leaves_no_gap_and_no_comma() -> None:
    assert envelope("Ana", at("", "", "10557"), "DE") == ("Ana", "10557")
    assert envelope("Ana", at("1 Rd", "", "", "WA"), "AU") == ("Ana", "1 Rd", "WA")
    assert envelope("Ana", at("1 Rd", "Mérida"), "MX") == ("Ana", "1 Rd", "MÉRIDA")
    assert envelope("Ana", at("1 Rd", "", "", "Kent"), "GB") == ("Ana", "1 Rd", "KENT")


def test_every_country_of_the_table_shows_street_and_town_and_has_one_name_of_its_own() -> None:
    named = countries()
    assert len(named) >= 50
    assert len({name for _, name in named}) == len(named)
    for code, name in named:
        lines = " ".join(envelope("Ana", at("1 Rd", "Atown", "12345"), code))
        assert all(part in lines.upper() for part in ("ANA", "1 RD", "ATOWN"))
        found = country_of(name)
        assert found is not None
        assert found.code == code
