package io.dateline.batch.extract;

import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.RawDocument;
import io.dateline.batch.settings.JobSettings;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Does what an ordinary document does to the memory, before a document is held to account for using
 * it up: word lists, models and gazetteer are loaded by whichever document comes first. Where the
 * memory does not even suffice for this, no document is at fault.
 */
public final class Rehearsal {

  /** Free memory without which ordinary documents fail, in MiB. */
  private static final int ORDINARY_MIB = 16;

  private static final String STORY =
      "Ferry of the lower harbour to run at night again\n\n"
          + "ACCRA, May 4 (Reuters) - The ferry of the lower harbour is to run at night again, as the"
          + " town council decided on Tuesday after a long debate about its cost.\n\n"
          + "\"We have waited for this boat for six years,\" said Ama Mensah, who has run the ticket"
          + " office at the old quay for longer than anybody there remembers.\n";

  /** No word of it tells its language, so that the detector is loaded, which is the largest. */
  private static final String NAMES =
      """
      Winterthur Lausanne Lugano

      Zürich Genève Lugano Basel Bern Luzern Winterthur Lausanne Neuchâtel Bellinzona Fribourg.

      Montreux Davos Locarno Sion Chur Thun Olten Aarau Schaffhausen Yverdon Bulle Mendrisio.
      """;

  private Rehearsal() {}

  /** Does it; fails with an {@link OutOfMemoryError} where the memory does not suffice. */
  public static void hold() {
    ArticlePipeline pipeline = ArticlePipeline.of(JobSettings.defaults(), LocalDate.of(2020, 1, 1));
    for (String text : List.of(STORY, NAMES, "<html><body><p>" + STORY + "</p></body></html>")) {
      pipeline.process(
          new RawDocument(
              0,
              EntryId.ofFile("rehearsal", "story"),
              text.getBytes(StandardCharsets.UTF_8),
              Capture.UNKNOWN));
    }
    List<byte[]> room = new ArrayList<>();
    while (room.size() < ORDINARY_MIB) {
      room.add(new byte[1 << 20]);
    }
  }
}
