// In a frame on another site, what leads out of the course gets a tab of its own: many sites refuse to be framed.
"use strict";
for (const link of document.links) {
  if (link.protocol.startsWith("http") && link.origin !== location.origin) link.target = "_blank";
}
