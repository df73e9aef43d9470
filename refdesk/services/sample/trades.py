"""The trades of invented people who run a firm of their own: what they are called and what they talk about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trade:
    """One line of work. ``topics`` are what its people talk about, ``needs`` whom or what they look for.

    ``firms`` are patterns with ``{family}``; ``worlds`` the tags of the circles that such a person moves in.
    """

    name: str
    titles: tuple[str, ...]
    firms: tuple[str, ...]
    worlds: tuple[str, ...]
    topics: tuple[str, ...]
    needs: tuple[str, ...]


def trade(name: str, titles: str, firms: str, worlds: str, topics: str, needs: str) -> Trade:
    """A trade from its lists as text, parted by semicolons."""
    lists = (tuple(text.split("; ")) for text in (titles, firms, worlds, topics, needs))
    return Trade(name, *lists)


OWNERS: tuple[Trade, ...] = (
    trade(
        "joinery",
        "Owner; Managing director; Workshop owner",
        "{family} Joinery; {family} & Sons Joiners",
        "building trades; family firms",
        "the new spray booth; the price of oak; the school refit; two apprentices who want to stay",
        "a site manager; a second-hand panel saw; a bench joiner",
    ),
    trade(
        "metalwork",
        "Owner; Works director; Third-generation owner",
        "{family} Metalworks; {family} Forge",
        "manufacturing; family firms",
        "the galvanising delays; the balcony order; a lease on the next unit; the old press brake",
        "a welder with site papers; a galvanising firm that keeps dates; a works foreman",
    ),
    trade(
        "bakery",
        "Owner; Baker and owner",
        "{family} Bakery; {family} Bread & Cake",
        "food and drink; independent shops",
        "the second oven; flour prices; the early shift; a stall at the Saturday market",
        "a night baker; a van with shelving; a shop near the station",
    ),
    trade(
        "restaurants",
        "Restaurateur; Owner, two restaurants",
        "{family}'s Kitchen; Casa {family}; {family} Dining",
        "hospitality; food and drink",
        "the second site; a head chef who is leaving; bookings by telephone; the kitchen extract",
        "a second chef; a lawyer for leases; a bookkeeper who knows tips",
    ),
    trade(
        "printing",
        "Owner; Managing director",
        "{family} Print; {family} Press",
        "manufacturing; independent shops",
        "the digital press; paper stock; the museum catalogue; a customer who pays in ninety days",
        "a finisher; a buyer for the old litho press; a sales person",
    ),
    trade(
        "farming",
        "Farmer; Farm partner",
        "{family} Farm; {family} & Daughters",
        "farming; rural business",
        "the barn conversion; the milk price; who takes on the tenancy; the solar lease",
        "a land agent; a relief milker; somebody to run the farm shop",
    ),
    trade(
        "dentistry",
        "Dentist, practice owner; Principal dentist",
        "{family} Dental Care; {family} Dental Practice",
        "health practices",
        "selling to a group; the associate who may buy in; the new chairs; the waiting list",
        "an associate; a practice manager; an architect for the surgery",
    ),
    trade(
        "veterinary care",
        "Vet, practice owner; Senior vet",
        "{family} Veterinary Practice; {family} Vets",
        "health practices; rural business",
        "the out-of-hours rota; an offer from a chain; the new X-ray room; a difficult herd",
        "a night nurse; a locum; a second partner",
    ),
    trade(
        "pharmacy",
        "Pharmacist, owner; Owner, two pharmacies",
        "{family} Pharmacy; {family} Chemist",
        "health practices; independent shops",
        "the dispensing robot; the vaccination season; the lease at the health centre; a buyer from Bath",
        "a second pharmacist; a delivery driver; a shopfitter",
    ),
    trade(
        "plumbing and heating",
        "Owner; Director",
        "{family} Heating; {family} Plumbing & Heating",
        "building trades",
        "heat pumps; the boiler grant; vans that need replacing; the contract with the college",
        "a gas engineer; a yard to rent; somebody for the phones",
    ),
    trade(
        "electrical contracting",
        "Director; Owner",
        "{family} Electrical; {family} & Co Electricians",
        "building trades; family firms",
        "the hospital contract; charging points; a foreman who wants shares; retention money",
        "an estimator; an electrician for nights; a firm that does solar",
    ),
    trade(
        "roofing",
        "Owner; Director",
        "{family} Roofing",
        "building trades",
        "the price of slate; the chapel roof; insurance; scaffolders who never come",
        "a leadworker; a scaffolder who comes; a bigger yard",
    ),
    trade(
        "building",
        "Managing director; Owner",
        "{family} Builders; {family} & Daughter Builders",
        "building trades; family firms",
        "the barn job; cash flow; a son who would rather teach; the new planning officer",
        "a quantity surveyor; a bricklayer; a buyer for the yard",
    ),
    trade(
        "landscape gardening",
        "Landscape designer; Owner",
        "{family} Gardens; {family} Landscapes",
        "building trades; gardens",
        "the rooftop garden; the drought; stone from Portugal; a show garden for Malvern",
        "a second gardener; a nursery with big trees; a digger to hire",
    ),
    trade(
        "garage",
        "Owner; Garage owner",
        "{family} Motors; {family} Garage",
        "motor trade; family firms",
        "electric cars; the MOT bay; parts that take weeks; a developer who wants the site",
        "a mechanic; a hoist; an honest valuer",
    ),
    trade(
        "engineering",
        "Managing director; Founder",
        "{family} Engineering; {family} Precision",
        "manufacturing; exporters",
        "the five-axis machine; the aerospace order; export papers; an engineer who could run it all",
        "a production manager; a toolmaker; a freight agent",
    ),
    trade(
        "brewing",
        "Brewer and owner; Founder",
        "{family} Brewing; {family} & Friends Brewery",
        "food and drink; hospitality",
        "the canning line; beer duty; the tap room licence; a loan from the family",
        "a cellar manager; a cold store; a second investor",
    ),
    trade(
        "hotel keeping",
        "Hotelier; Owner",
        "{family} House Hotel; The {family} Rooms",
        "hospitality; tourism",
        "the wedding season; the lift; staff rooms; a daughter who is back from Lausanne",
        "a general manager; a linen service; a wedding planner",
    ),
    trade(
        "shipping and haulage",
        "Managing director; Transport manager",
        "{family} Haulage; {family} Freight",
        "logistics; family firms",
        "the price of diesel; drivers' hours; the depot at Avonmouth; two lorries on lease",
        "three drivers; a transport lawyer; a workshop for the trailers",
    ),
    trade(
        "opticians",
        "Optician, founder; Owner",
        "{family} Optics; {family} Eyecare",
        "health practices; independent shops",
        "the new frames; the lease on Park Street; the chain across the road; hearing tests",
        "a dispensing optician; a window dresser; an apprentice",
    ),
    trade(
        "furniture",
        "Upholsterer, owner; Founder",
        "{family} Furniture; {family} Upholstery",
        "manufacturing; independent shops",
        "leather that comes late; the hotel order; an apprentice who is better than the master; the showroom",
        "an upholsterer; a photographer; a warehouse",
    ),
    trade(
        "nursery care",
        "Nursery owner; Director",
        "{family} Nurseries; Little {family}s",
        "schools and care; family firms",
        "the inspection; staff ratios; the third site; parents who pay late",
        "a room leader; a cook; a landlord with a garden",
    ),
    trade(
        "care homes",
        "Owner, two homes; Director of care",
        "{family} Care; {family} House",
        "schools and care; health practices",
        "the night staff; the new wing; the council's rates; selling the smaller home",
        "a registered manager; a chiropodist; a gardener who likes company",
    ),
    trade(
        "cheesemaking",
        "Cheesemaker; Dairy owner",
        "{family} Dairy; {family} Cheese",
        "food and drink; farming",
        "the cheese cave; export certificates; the cows next door; a buyer in Copenhagen",
        "an affineur; a label designer; a market stall in Bath",
    ),
    trade(
        "boatbuilding",
        "Boatbuilder; Yard owner",
        "{family} Boatyard; {family} Marine",
        "manufacturing; harbour",
        "the slipway lease; the lifeboat refit; larch; a yard hand with golden fingers",
        "a shipwright; a diesel fitter; a crane on Tuesdays",
    ),
)
