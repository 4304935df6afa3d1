package io.dateline.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Entities;
import tools.jackson.databind.json.JsonMapper;

/** A page that names one text as its headline, author, publisher, section, place and speaker. */
final class HostileArticle {

  private HostileArticle() {}

  static String html(String text, int number) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("@context", "https://schema.org");
    facts.put("@type", "NewsArticle");
    facts.put("headline", "Ferry " + number + " " + text);
    facts.put("datePublished", "2017-05-0" + (1 + number % 9));
    facts.put("author", List.of(Map.of("@type", "Person", "name", text)));
    facts.put("publisher", Map.of("@type", "Organization", "name", text));
    facts.put("articleSection", text);
    facts.put("keywords", List.of(text));
    facts.put("url", text);
    facts.put("image", text);
    String json =
        JsonMapper.shared()
            .writeValueAsString(facts)
            .replace("<", "\\u003c")
            .replace("&", "\\u0026");
    String shown = Entities.escape(text);
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Ferry "
        + number
        + " "
        + shown
        + "</title><script type=\"application/ld+json\">"
        + json
        + "</script></head><body><article><h1>Ferry "
        + number
        + " "
        + shown
        + "</h1><p>"
        + shown.toUpperCase(java.util.Locale.ROOT)
        + ", Ghana, May "
        + (1 + number % 9)
        + " (Reuters) - The council approved the new ferry "
        + number
        + " after a debate that went on well into the evening, and nobody went home early.</p><p>\"We"
        + " have waited nine years for this decision, and now the work can begin,\" said "
        + shown
        + ".</p><p>Residents of the quarter had asked for a ferry since the spring, and the"
        + " committee heard forty of them before it wrote its report of ninety pages.</p></article>"
        + "</body></html>";
  }
}
