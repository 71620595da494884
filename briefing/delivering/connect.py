"""Connecting to a mail server: the certificate verified, a time limit on every answer, and each fault told apart."""

from __future__ import annotations

import smtplib
import socket
import ssl
from typing import TYPE_CHECKING, Final

from briefing.delivering import addresses
from briefing.delivering.addresses import CONTROLS
from briefing.model.problem import BriefingError, ExitCode
from briefing.settings import is_loopback

if TYPE_CHECKING:
    from briefing.model.office import Mail

FAULTS: Final = (OSError, smtplib.SMTPException, UnicodeError)
LONGEST_REPLY: Final = 300  # characters that are kept of what a server says


def connected(mail: Mail, timeout: float) -> smtplib.SMTP:
    """Return a connection that is as safe as the account asks for; `timeout` is in seconds.

    Raises:
        BriefingError: mail-host, mail-connection, mail-greeting, mail-certificate, mail-tls, mail-no-starttls or mail-plain.
    """
    if mail.security == "none" and not is_loopback(mail.host):
        raise BriefingError("mail-plain", ExitCode.USAGE, host=mail.host)
    context = ssl.create_default_context()
    try:
        smtp = _greeted(mail, timeout, context)
    except FAULTS as error:
        raise _not_connected(error, mail) from error
    try:
        if smtp.sock:
            smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else the end of a letter waits until all before it is acknowledged
        smtp.ehlo_or_helo_if_needed()
        if mail.security == "starttls":
            _encrypt(smtp, mail, context)
    except BaseException as error:
        smtp.close()
        if isinstance(error, FAULTS):
            raise _not_connected(error, mail) from error
        raise
    return smtp


def _greeted(mail: Mail, timeout: float, context: ssl.SSLContext) -> smtplib.SMTP:
    here = addresses.read(mail.sender).domain  # the name of this machine may be of any characters, and slow to be found
    if mail.security == "tls":
        return smtplib.SMTP_SSL(mail.host, mail.port, here, timeout=timeout, context=context)
    return smtplib.SMTP(mail.host, mail.port, here, timeout=timeout)


def _encrypt(smtp: smtplib.SMTP, mail: Mail, context: ssl.SSLContext) -> None:
    if not smtp.has_extn("starttls"):
        raise BriefingError("mail-no-starttls", ExitCode.NETWORK, host=mail.host, port=mail.port)
    code, _reply = smtp.starttls(context=context)
    if code != 220:
        raise BriefingError("mail-no-starttls", ExitCode.NETWORK, host=mail.host, port=mail.port)
    smtp.ehlo()


def _not_connected(error: Exception, mail: Mail) -> BriefingError:
    """Return why no connection came about, and what kind of fault that is."""
    host, port = mail.host, mail.port
    if isinstance(error, ssl.SSLCertVerificationError):
        return BriefingError("mail-certificate", ExitCode.NETWORK, host=host, fault=error.verify_message or str(error))
    if isinstance(error, ssl.SSLError):
        return BriefingError("mail-tls", ExitCode.NETWORK, host=host, port=port, fault=error.reason or str(error))
    if isinstance(error, socket.gaierror | UnicodeError):
        return BriefingError("mail-host", ExitCode.NETWORK, host=host)
    if isinstance(error, smtplib.SMTPResponseException):
        return BriefingError("mail-greeting", ExitCode.NETWORK, host=host, reply=reply_of(error.smtp_code, error.smtp_error))
    return BriefingError("mail-connection", ExitCode.NETWORK, host=host, port=port, fault=fault_of(error))


def reply_of(code: int, text: bytes | str) -> str:
    """Return a server's reply on one line, cleaned."""
    words = text.decode("utf-8", errors="replace") if isinstance(text, bytes) else text
    return " ".join(CONTROLS.sub(" ", f"{code} {words}").split())[:LONGEST_REPLY]


def fault_of(error: Exception) -> str:
    """Return what a lost connection is called."""
    words = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return " ".join(CONTROLS.sub(" ", words).split())[:LONGEST_REPLY]
