"""RefDesk: an offline relationship manager for people who win business by referral."""

__version__ = "0.1.0"
