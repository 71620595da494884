"""One connection to a mail server, by the standard library: certificates verified, a time limit on everything, and each reply told apart.

A letter counts as handed over only by the server's answer to its end. `send` therefore calls back just before it sends that end: whatever fails
before has given the server nothing, and what fails after leaves the letter in doubt.
"""

from __future__ import annotations

import base64
import contextlib
import smtplib
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefing.delivering.connect import connected, fault_of, reply_of
from briefing.delivering.providers import provider_of
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from briefing.delivering.letter import Letter
    from briefing.model.office import Mail

TIMEOUT: Final = 60.0  # seconds for the connection and for each answer
END_TIMEOUT: Final = 600.0  # seconds for the answer to the end of a letter (RFC 5321, 4.5.3.2.6): a server may look for viruses before it answers
CLOSING: Final = 421
TOO_LARGE: Final = (452, 552)  # said of the letter, although in answer to its sender (RFC 1870)


class RefusedError(Exception):
    """The server's reply to a letter that it did not take; `of_sender` tells that it would take none from this account."""

    def __init__(self, code: int, reply: str, *, of_sender: bool = False) -> None:
        super().__init__(reply)
        self.code = code
        self.reply = reply
        self.of_sender = of_sender and code >= 500 and code not in TOO_LARGE

    @property
    def is_final(self) -> bool:
        """Whether it makes no sense to try again."""
        return self.code >= 500


class LostError(Exception):
    """The connection was lost before the end of the letter was sent: the server has not taken it."""


class InDoubtError(Exception):
    """The connection was lost after the end of the letter was sent: the server may have taken it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a server says of itself: how it is encrypted ("" for not), the largest letter in bytes (0: not said), and whether it knows SMTPUTF8."""

    encryption: str
    size: int
    utf8: bool


class Server:
    """A mail account in use; `password` is called once, when the server wants one."""

    def __init__(self, account: Mail, password: Callable[[], str], *, timeout: float = TIMEOUT, end_timeout: float = END_TIMEOUT) -> None:
        self.account = account
        self._ask, self._password = password, ""
        self._timeout, self._end_timeout = timeout, end_timeout
        self._smtp: smtplib.SMTP | None = None

    def open(self) -> Offer:
        """Connect and log in, unless that is done, and return what the server offers.

        Raises:
            BriefingError: mail-host, mail-connection, mail-greeting, mail-certificate, mail-tls, mail-no-starttls, mail-plain, mail-no-login, mail-login, mail-login-app or
                mail-login-ending.
        """
        smtp = self._opened()
        encryption = smtp.sock.version() or "" if isinstance(smtp.sock, ssl.SSLSocket) else ""
        return Offer(encryption=encryption, size=_limit(smtp), utf8=smtp.has_extn("smtputf8"))

    def send(self, letter: Letter, ending: Callable[[], None]) -> str:
        """Hand over a letter and return the server's reply; `ending` is called just before its end is sent.

        Raises:
            RefusedError, LostError, InDoubtError: as their names say.
            BriefingError: as `open` raises.
        """
        smtp = self._opened()
        try:
            self._begin(smtp, letter)
        except (OSError, smtplib.SMTPException, ValueError) as error:
            self.drop()
            raise LostError(fault_of(error)) from error
        try:
            ending()
        except BaseException:
            self.drop()  # without its end the server takes no letter
            raise
        return self._end(smtp)

    def close(self) -> None:
        """Take leave of the server."""
        if self._smtp:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                self._smtp.quit()
            self.drop()

    def drop(self) -> None:
        """Cut the connection."""
        if self._smtp:
            self._smtp.close()
            self._smtp = None

    def _opened(self) -> smtplib.SMTP:
        if self._smtp is None:
            smtp = connected(self.account, self._timeout)
            try:
                self._log_in(smtp)
            except BaseException:
                smtp.close()
                raise
            self._smtp = smtp
        return self._smtp

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        """Log in with AUTH PLAIN, else LOGIN: both as UTF-8, which the standard library's own forms refuse."""
        mail = self.account
        if not mail.user:
            return
        offered = smtp.esmtp_features.get("auth", "").upper().split()
        if not {"PLAIN", "LOGIN"} & {*offered}:
            raise BriefingError("mail-no-login", ExitCode.NETWORK, host=mail.host, known=" ".join(offered) or "–")
        self._password = self._password or self._ask()
        steps = ["AUTH LOGIN", _encoded(mail.user), _encoded(self._password)]
        if "PLAIN" in offered:
            steps = [f"AUTH PLAIN {_encoded(f'{chr(0)}{mail.user}{chr(0)}{self._password}')}"]
        try:
            code, reply = _said(smtp, steps)
        except (OSError, smtplib.SMTPException) as error:
            raise BriefingError("mail-connection", ExitCode.NETWORK, host=mail.host, port=mail.port, fault=fault_of(error)) from error
        if code != 235:
            self._password = ""
            raise BriefingError(_login_code(mail), ExitCode.NETWORK, host=mail.host, user=mail.user, reply=reply_of(code, reply))

    def _begin(self, smtp: smtplib.SMTP, letter: Letter) -> None:
        """Say all of a letter but its end."""
        limit = _limit(smtp)
        if limit and len(letter.data) > limit:
            raise RefusedError(552, f"SIZE {limit}")
        options = [f"SIZE={len(letter.data)}"] if smtp.has_extn("size") else []
        if letter.needs_utf8:
            if not smtp.has_extn("smtputf8"):
                raise RefusedError(553, "SMTPUTF8")
            options += ["SMTPUTF8", "BODY=8BITMIME"]
        self._address(smtp, letter, options)
        self._expect(smtp.docmd("DATA"), (354,))
        smtp.send(letter.data.replace(b"\r\n.", b"\r\n.."))

    def _address(self, smtp: smtplib.SMTP, letter: Letter, options: Sequence[str]) -> None:
        """Say from whom and to whom a letter is: in one go where the server takes that (RFC 2920), which over a bad line saves an answer a letter."""
        if not smtp.has_extn("pipelining"):
            self._expect(smtp.mail(letter.sender.spec, options), (250,), of_sender=True)
            self._expect(smtp.rcpt(letter.to.spec), (250, 251))
            return
        words = " ".join((f"MAIL FROM:<{letter.sender.spec}>", *options)) + f"\r\nRCPT TO:<{letter.to.spec}>\r\n"
        smtp.send(words.encode())
        first = smtp.getreply()
        second = first if first[0] == CLOSING else smtp.getreply()  # read before the first is judged: else it would be taken for the next answer
        self._expect(first, (250,), of_sender=True)
        self._expect(second, (250, 251))

    def _end(self, smtp: smtplib.SMTP) -> str:
        try:
            _wait(smtp, self._end_timeout)
            smtp.send(b".\r\n")
            answer = smtp.getreply()
            _wait(smtp, self._timeout)
        except (OSError, smtplib.SMTPException) as error:
            self.drop()
            raise InDoubtError(fault_of(error)) from error
        if answer[0] < 200:
            self.drop()
            raise InDoubtError(reply_of(*answer))
        self._expect(answer, range(200, 300))
        return reply_of(*answer)

    def _expect(self, answer: tuple[int, bytes], wanted: Container[int], *, of_sender: bool = False) -> None:
        """Do nothing where the server answered as `wanted`.

        Raises:
            RefusedError: its reply; the connection can be used for the next letter, unless the server closes it.
        """
        code, text = answer
        if code in wanted:
            return
        if code < 400:
            raise smtplib.SMTPException(reply_of(code, text))
        try:
            if code == CLOSING:
                self.drop()
            elif self._smtp:
                self._smtp.rset()
        except (OSError, smtplib.SMTPException):
            self.drop()
        raise RefusedError(code, reply_of(code, text), of_sender=of_sender)


def _wait(smtp: smtplib.SMTP, seconds: float) -> None:
    if smtp.sock:
        smtp.sock.settimeout(seconds)


def _limit(smtp: smtplib.SMTP) -> int:
    """Return the largest letter in bytes that the server takes, 0 where it does not say."""
    stated = smtp.esmtp_features.get("size", "")
    return int(stated) if stated.isdecimal() else 0


def _login_code(mail: Mail) -> str:
    """Return the code of a refused password, by what the provider is known to ask for."""
    provider = provider_of(mail)
    return {"app": "mail-login-app", "ending": "mail-login-ending"}.get(provider.password if provider else "", "mail-login")


def _said(smtp: smtplib.SMTP, steps: Sequence[str]) -> tuple[int, bytes]:
    """Return the answer to the last of `steps`, or to the first that the server does not ask on after."""
    answer = (334, b"")
    for step in steps:
        if answer[0] == 334:
            answer = smtp.docmd(step)
    return answer


def _encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode("ascii")
