"""The sentences of codes about mail: the list of recipients, the letters, the account, the ledger. They are part of SENTENCES."""

from __future__ import annotations

from typing import Final

MAIL: Final[dict[str, str]] = {
    # the list of recipients
    "recipient-address": "“{text}” is no address to send to: {reason}. Write one as humas@contoh.go.id, or name a CSV file that exists.",
    "recipient-duplicate": "{address} is named more than once; the letter is sent once.",
    "list-encoding": "{file}, line {line}: is no UTF-8 text, so names could be misspelt. In Excel save it as “CSV UTF-8”.",
    "list-torn": "{file}, line {line}: a quotation mark is not closed, so the lines behind it cannot be told apart. Close it, or delete it.",
    "list-empty": "{file}: names no recipient. Write one in each line below the headings.",
    "list-column-missing": "{file}: has no column email (its columns: {known}). Write the headings in the first line: name;office;email;language.",
    "list-column-twice": "{file}: has the column {column} more than once. Leave one of them.",
    "list-row-long": "{file}, line {line}: has more cells than there are headings. Put a text that holds the delimiter into quotation marks.",
    "list-language": "{file}, line {line}: the language “{text}” is not known. Write id, en, or nothing for both.",
    "list-cell-empty": "{file}, line {line}: the column {column} is empty. Fill it in, or delete the line.",
    "list-address": "{file}, line {line}: “{text}” is no address: {reason}. Correct it.",
    "list-control": "{file}, line {line}, column {column}: holds an end of line or another character that cannot be seen (“{text}”). Delete it.",
    "list-formula": "{file}, line {line}, column {column}: holds a formula or its error (“{text}”). Write the words themselves.",
    "list-duplicate": "{file}, line {line}: {address} is in line {first} already; the letter is sent once, as that line says.",
    # the letters
    "letter-cell-empty": "line {line} of the list, {address}: the letter uses the column {column}, which is empty there. Fill it in.",
    "letter-field-unknown": "line {line} of the list, {address}: the letter uses the column {column}, which the list does not have (only {known}). Add it, or change the letter.",
    "attachment-name": "{file}: the name of the pack holds a character that cannot be seen. Give the file another name.",
    "message-too-long": "{file}: its message would have {limit} characters or more even without key points. Shorten the title or the event in the correction file, or your own letter/message.txt.",
    "mailing-name": "{name} cannot be the name of a mailing. Use up to 80 letters, digits, spaces and hyphens.",
    "send-needs-yes": "with --json nobody can be asked. Add --yes to send without a question.",
    "pack-changed": "{file} has changed since {number} recipients of “{mailing}” got it. Say with --new-version rest or all who gets it, or name another mailing with --mailing.",
    "pack-replaced": "{file} is not the pack of “{mailing}” any more. Send the new one with: briefing send",
    "draft-sent": "{file} is a DRAFT, which nobody has approved, and is sent all the same.",
    # the account and the server
    "mail-unset": "no mail account is set up. Set it up with `briefing init`, or write [mail] with from and host into briefing.toml.",
    "mail-address": "briefing.toml, {key} in [mail]: {text} is no address: {reason}. Correct it.",
    "mail-plain": '{host}: security = "none" is for a server on this machine only, since anybody could read along. Use starttls or tls.',
    "mail-host": "{host}: there is no such mail server, or no internet. Check host in [mail], and the connection.",
    "mail-connection": "{host}, port {port}: does not answer ({fault}). Check port and security in [mail], and the connection, then try again.",
    "mail-greeting": "{host}: takes no letters now ({reply}). Try again later, or ask its keeper.",
    "mail-certificate": "{host}: its certificate is not valid ({fault}), so somebody may read along; nothing was sent. Check host in [mail], and the date of this computer.",
    "mail-tls": '{host}, port {port}: no encrypted connection came about ({fault}). For port 465 write security = "tls", for 587 "starttls".',
    "mail-no-starttls": '{host}, port {port}: offers no encryption (STARTTLS); nothing was sent. Use security = "tls" with port 465, or ask its keeper.',
    "mail-no-login": "{host}: takes no user name and password here (only {known}). Leave user in [mail] empty, or ask its keeper.",
    "mail-login": "{host}: does not take the password of {user} ({reply}). Type it again; it is not kept anywhere.",
    "mail-login-app": "{host}: does not take the password of {user} ({reply}). This provider wants an application password, made in the settings of the account.",
    "mail-login-ending": "{host}: does not take the password of {user} ({reply}). This provider is ending passwords for sending; ask your administrator for another mail server.",
    "mail-sender": "the server takes nothing from {address} ({reply}). Check from and user in [mail]; the recipients stay in the ledger.",
    "mail-lost": "the connection to {host} breaks again and again ({fault}). Go on later with: briefing sent NAME --resume",
    "mail-too-large": "a letter with {file} has {size} MB, and {host} takes {limit} MB. Build a smaller pack (fewer articles, --languages id), or put it where it can be fetched.",
    "mail-per-day": "{host} takes {limit} letters a day, and these are {count}. What it puts off can be sent tomorrow with: briefing sent NAME --resume",
    "mail-in-part": "“{mailing}”: sent {sent}, refused {refused}, put off {deferred}, in doubt {uncertain}. See who with `briefing sent '{mailing}'`. Correct the addresses that were refused; for the others go on with `briefing sent '{mailing}' --resume`.",
    "test-refused": "the letter to {address} was refused ({reply}). Check the address and the account.",
    # the ledger
    "ledger-missing": "{file}: there is no ledger yet; nothing was sent from here. Go to the folder that you sent from.",
    "ledger-busy": "{file}: another run is sending just now. Wait until it has finished.",
    "ledger-newer": "{file}: was written by a newer version of the program. Install that version.",
    "ledger-broken": "{file}: is damaged, so it cannot tell who has what. Take back a copy of it, or move it away and ask the recipients before you send again.",
    "ledger-failed": "{file}: cannot be written ({fault}); nothing more was sent. See that you may write there and that there is room.",
    "mailing-unknown": "there is no mailing “{name}” (known: {known}). Name one of these, or the pack.",
    "mailing-unclear": "{file} was sent in several mailings: {known}. Name one of them.",
    "recipient-unknown": "{address} is no recipient of “{mailing}”. Check the address; `briefing sent` shows them all.",
}
