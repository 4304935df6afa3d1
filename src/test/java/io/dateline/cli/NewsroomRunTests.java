package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files as agencies deliver them become rows, and nothing of a message is lost. */
class NewsroomRunTests {

  private static final String STORY =
      "The ferry of Accra has a new owner since Tuesday, the third within a decade, and the town"
          + " council is to hear on Friday what becomes of the night boat.";

  @TempDir Path folder;

  @Test
  void readsAFileOfEachFormat() throws Exception {
    Nights nights = Nights.in(folder);
    nights.file(
        "a.xml",
        "<!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf><head><docdata><date.issue norm='20190504T101500Z'/>"
            + "</docdata></head><body><body.head><hedline><hl1>Ferry changes hands</hl1></hedline>"
            + "</body.head><body.content><p>"
            + STORY
            + "</p></body.content></body></nitf>");
    nights.file(
        "b.xml",
        "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>"
            + item("a", "ninat:text", "Night ferry sold", STORY)
            + item("b", "ninat:picture", "The ferry", "")
            + item("c", "ninat:text", "Night ferry sails", STORY)
            + "</itemSet></newsMessage>");
    String ninjs =
        "{\"uri\":\"urn:d\",\"type\":\"text\",\"pubstatus\":\"usable\",\"versioncreated\":"
            + "\"2019-05-05T08:00:00Z\",\"headline\":\"Ferry sold\",\"body_text\":\""
            + STORY
            + "\"}";
    nights.file("c.json", ninjs.replace(",\"", ",\n\""));
    nights.file("d.jsonl", ninjs + "\n" + ninjs + "\n");
    nights.file("e.json", ninjs);

    JsonNode summary = nights.run("2020-01-01");

    List<Map<String, String>> articles = JobRun.csv(nights.latest().resolve("articles.csv"));
    assertThat(articles)
        .extracting(row -> row.get("source_path") + " " + row.get("entry_name"))
        .containsExactly(
            "a.xml ", "b.xml 1", "b.xml 3", "c.json ", "d.jsonl 1", "d.jsonl 2", "e.json ");
    assertThat(articles).extracting(row -> row.get("article_body")).containsOnly(STORY);
    assertThat(articles.get(0).get("field_sources"))
        .contains("headline=newsroom:hl1")
        .contains("date_published=newsroom:date.issue")
        .contains("article_body=newsroom:body.content");
    assertThat(articles.get(0)).containsEntry("date_published", "2019-05-04T10:15:00Z");
    assertThat(articles.subList(3, 7))
        .allSatisfy(
            row -> {
              assertThat(row).containsEntry("date_published", "2019-05-05T08:00:00Z");
              assertThat(row.get("field_sources")).contains("headline=newsroom:headline");
            });
    assertThat(JobRun.csv(nights.latest().resolve("rejections.csv")))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("source_path", "b.xml")
                    .containsEntry("entry_name", "2")
                    .containsEntry("reason", "NOT_AN_ARTICLE"));
    assertThat(summary.get("entries").asInt()).isEqualTo(8);
  }

  @Test
  void looksAtTheStateOfAnObjectOfNinjsWhereverItStands() throws Exception {
    Nights nights = Nights.in(folder, "records: {headline: [kop]}");
    String picture = ninjs("urn:a", "picture", "usable");
    String withheld = ninjs("urn:b", "text", "withheld");
    nights.file("one.json", picture);
    nights.file("two.jsonl", picture + "\n" + withheld + "\n");

    nights.run("2020-01-01");

    assertThat(JobRun.csv(nights.latest().resolve("rejections.csv")))
        .extracting(row -> row.get("source_path") + " " + row.get("entry_name"))
        .containsExactly("one.json ", "two.jsonl 1");
    assertThat(JobRun.csv(nights.latest().resolve("rejections.csv")))
        .extracting(row -> row.get("reason"))
        .containsOnly("NOT_AN_ARTICLE");
    assertThat(JobRun.csv(nights.latest().resolve("articles.csv")))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("date_published", "2019-05-07");
              assertThat(row).containsEntry("headline", "By the job's own name");
              assertThat(row).containsEntry("record_id", "urn:b");
              assertThat(row.get("warnings")).contains("WITHDRAWN");
            });
  }

  @Test
  void readsTheNeighboursOfAnItemThatHasNoEnd() throws Exception {
    Nights nights = Nights.in(folder);
    String whole = item("b", "ninat:text", "Night ferry sails", STORY);
    nights.file(
        "message.xml",
        "<!DOCTYPE newsMessage [<!ENTITY a 'b'>]>"
            + "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>"
            + item("a", "ninat:text", "Night ferry sold", STORY)
            + whole.substring(0, whole.indexOf("</inlineData>"))
            + item("c", "ninat:text", "Night ferry returns", STORY)
            + "</itemSet></newsMessage>");
    nights.file("empty.xml", "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'/>");

    JsonNode summary = nights.run("2020-01-01");

    List<Map<String, String>> articles = JobRun.csv(nights.latest().resolve("articles.csv"));
    assertThat(articles)
        .extracting(row -> row.get("entry_name") + " " + row.get("warnings"))
        .containsExactly("1 ", "2 MARKUP_DAMAGED", "3 ");
    assertThat(articles).extracting(row -> row.get("article_body")).containsOnly(STORY);
    assertThat(summary.get("entries").asInt()).isEqualTo(3);
  }

  private static String ninjs(String uri, String type, String status) {
    return "{\"uri\":\""
        + uri
        + "\",\"type\":\""
        + type
        + "\",\"pubstatus\":\""
        + status
        + "\",\"firstcreated\":\"2019-05-05T08:00:00Z\",\"embargoed\":\"2019-05-07\",\"headline\":"
        + "\"Ferry sold\",\"kop\":\"By the job's own name\",\"body_text\":\""
        + STORY
        + "\"}";
  }

  private static String item(String guid, String kind, String headline, String text) {
    return "<newsItem guid='"
        + guid
        + "' version='1'><itemMeta><itemClass qcode='"
        + kind
        + "'/><versionCreated>2019-05-05T08:00:00Z</versionCreated></itemMeta><contentMeta><headline>"
        + headline
        + "</headline></contentMeta><contentSet><inlineData contenttype='text/plain'>"
        + text
        + "</inlineData></contentSet></newsItem>";
  }
}
