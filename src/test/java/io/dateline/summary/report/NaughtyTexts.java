package io.dateline.summary.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Texts that break pages which take them for more than text; some would set {@code hacked}. */
public final class NaughtyTexts {

  private static final Path FILE = Path.of("src/test/resources/report/naughty.json");

  private NaughtyTexts() {}

  public static List<String> all() {
    try {
      List<String> texts = new ArrayList<>();
      JsonMapper.shared().readTree(Files.readString(FILE)).forEach(t -> texts.add(t.asString()));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
