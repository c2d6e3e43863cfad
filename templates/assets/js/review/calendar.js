// The days of coming reviews as an iCalendar file (RFC 5545). Pure: tests/review reads it with a parser in Python.
"use strict";
(() => {
  const minicourse = globalThis.minicourse = globalThis.minicourse || {};
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n").replace(/[\0-\x1f\x7f]/g, "");

  // At most 75 octets a line, and never a character cut in two (3.1).
  const folded = (line) => {
    const encoder = new TextEncoder();
    let [text, length] = ["", 0];
    for (const character of line) {
      const octets = encoder.encode(character).length;
      if (length + octets > 75) [text, length] = [`${text}\r\n `, 1];
      text += character;
      length += octets;
    }
    return text;
  };

  const pad = (number) => String(number).padStart(2, "0");
  const basic = (date) => `${date.getFullYear()}${pad(date.getMonth() + 1)}${pad(date.getDate())}`;

  // A calendar with an event for each of `days`, { day, summary }, where a day is a number of the schedule. `id` names
  // the course: the event of a day has the same name in every file, so a calendar that reads a new file takes the new
  // text for the old one. `stamp` is when the file is made.
  minicourse.calendar = ({ id, title, url, stamp, days }) => {
    const { dateOf } = minicourse.schedule;
    const events = days.flatMap(({ day, summary }) => [
      "BEGIN:VEVENT",
      `UID:review-${basic(dateOf(day))}-${escaped(id)}@minicourse`,
      `DTSTAMP:${stamp.replace(/[-:]|\.\d+/g, "")}`,
      `DTSTART;VALUE=DATE:${basic(dateOf(day))}`,
      `DTEND;VALUE=DATE:${basic(dateOf(day + 1))}`,
      `SUMMARY:${escaped(summary)}`,
      ...(url ? [`URL:${url}`] : []),
      "TRANSP:TRANSPARENT", // a day with a review is not a day away
      "END:VEVENT",
    ]);
    return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//minicourse//review//EN", "CALSCALE:GREGORIAN",
      `X-WR-CALNAME:${escaped(title)}`, ...events, "END:VCALENDAR", ""].map(folded).join("\r\n");
  };
})();
