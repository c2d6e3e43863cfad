"""An editor, as far as the language server can tell: it speaks the protocol over the pipes of a process of its own."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Json = dict[str, Any]
PATIENCE_SECONDS = 60
"""How long anything is waited for: only a failure ever takes that long."""


class Failed(Exception):
    """The answer to a request was an error."""


class Editor:
    """Starts a server, opens texts, changes them, and asks."""

    def __init__(self, *folders: Path, capabilities: Json | None = None, arguments: Sequence[str] = ()) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "minicourse", "lsp", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.diagnostics: dict[str, list[Json]] = {}
        """What was last told of each file."""
        self.told: list[Json] = []
        """All other messages that answer nothing, in order."""
        self._versions: dict[str, int] = {}
        self._texts: dict[str, str] = {}
        self._seen: dict[str, int | None] = {}
        self._answers: dict[int, Json] = {}
        self._messages: queue.Queue[Json | None] = queue.Queue()
        self._asked = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        listed = [{"uri": folder.as_uri(), "name": folder.name} for folder in folders]
        params = {"processId": None, "rootUri": None, "workspaceFolders": listed, "capabilities": capabilities or {}}
        self.capabilities = self.ask("initialize", params)["capabilities"]
        self.tell("initialized", {})

    # ---- messages ----------------------------------------------------------------------------------------------------

    def ask(self, method: str, params: object) -> Any:
        """Send a request and wait for its result; raises `Failed` with the message of an error."""
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": params})
        while number not in self._answers:
            self._take()
        answer = self._answers.pop(number)
        if "error" in answer:
            raise Failed(answer["error"]["message"])
        return answer["result"]

    def tell(self, method: str, params: object) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def send_bytes(self, data: bytes) -> None:
        """Send anything."""
        assert self.process.stdin
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    def _read(self) -> None:
        pipe = self.process.stdout
        assert pipe
        while header := pipe.readline():
            length = int(header.split(b":")[1]) if header.lower().startswith(b"content-length") else 0
            while header.strip():
                header = pipe.readline()
                length = int(header.split(b":")[1]) if header.lower().startswith(b"content-length") else length
            self._messages.put(json.loads(pipe.read(length)))
        self._messages.put(None)

    def _take(self) -> None:
        """Wait for one message, and note what it says."""
        message = self._messages.get(timeout=PATIENCE_SECONDS)
        assert message is not None, "the server has gone"
        if "method" not in message:
            self._answers[message["id"]] = message
        elif message["method"] == "textDocument/publishDiagnostics":
            params = message["params"]
            self.diagnostics[params["uri"]] = params["diagnostics"]
            self._seen[params["uri"]] = params.get("version")
        else:
            self.told.append(message)
            if "id" in message:
                self._send({"id": message["id"], "result": None})

    # ---- texts -------------------------------------------------------------------------------------------------------

    def open(self, file: Path) -> str:
        """Open a file, and wait for what is said of it; its text."""
        text = file.read_bytes().decode()
        uri = file.as_uri()
        self._versions[uri], self._texts[uri] = self._versions.get(uri, 0) + 1, text
        item = {"uri": uri, "languageId": "markdown", "version": self._versions[uri], "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        self.wait(file)
        return text

    def type(self, file: Path, text: str, wait: bool = True) -> list[Json]:
        """Put a text in place of what is in the editor; what is said of it then."""
        uri = file.as_uri()
        self._versions[uri] += 1
        self._texts[uri] = text
        document = {"uri": uri, "version": self._versions[uri]}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        return self.wait(file) if wait else []

    def wait(self, file: Path) -> list[Json]:
        """Wait for what is said of a text as it is now."""
        uri = file.as_uri()
        while self._seen.get(uri) != self._versions[uri]:
            self._take()
        # What is said of other texts at the same time has come when this is answered.
        self.ask("textDocument/hover", {"textDocument": {"uri": "untitled:a"}, "position": {"line": 0, "character": 0}})
        return self.diagnostics[uri]

    def close(self, file: Path) -> None:
        """Close a text without saving it."""
        self.tell("textDocument/didClose", {"textDocument": {"uri": file.as_uri()}})

    def text(self, file: Path) -> str:
        """What is in the editor, or on the disk."""
        return self._texts.get(file.as_uri()) or file.read_text(encoding="utf-8")

    def settle(self, root: Path) -> None:
        """Wait for what is said of a project, of which no file has to be open."""
        file = root / "content/course.yml"
        self.open(file)
        self.close(file)

    # ---- questions ---------------------------------------------------------------------------------------------------

    def at(self, file: Path, mark: str, offset: int = 0) -> Json:
        """The place in a text where a mark begins, and `offset` characters further."""
        before = self.text(file)[: self.text(file).index(mark) + offset]
        line = before.split("\n")[-1]
        position = {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}
        return {"textDocument": {"uri": file.as_uri()}, "position": position}

    # ---- the end -----------------------------------------------------------------------------------------------------

    def __enter__(self) -> Editor:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """Say goodbye: the server ends by itself, with nothing to complain about."""
        try:
            if kind is None:
                self.ask("shutdown", None)
                self.tell("exit", None)
                assert self.process.wait(timeout=PATIENCE_SECONDS) == 0
                assert not self.bugs, self.bugs
        finally:
            self.process.kill()
            self._reader.join()
            complaints = self.process.communicate()[1].decode()
        assert kind or not complaints, complaints

    @property
    def bugs(self) -> list[str]:
        """What the server has logged."""
        return [message["params"]["message"] for message in self.told if message["method"] == "window/logMessage"]
