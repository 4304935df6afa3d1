package io.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of code on a page of the documentation.
 *
 * @param section the heading under which it stands
 * @param language the word behind the fence
 * @param code what stands between the fences
 */
record Recipe(String section, String language, String code) {

  private static final String FENCE = "```";

  /** All blocks of a page, in their order. */
  static List<Recipe> on(Path page) throws IOException {
    List<Recipe> recipes = new ArrayList<>();
    String section = "";
    String language = null;
    StringBuilder code = new StringBuilder();
    for (String line : Files.readAllLines(page)) {
      if (language != null && line.equals(FENCE)) {
        recipes.add(new Recipe(section, language, code.toString()));
        language = null;
        code.setLength(0);
      } else if (language != null) {
        code.append(line).append('\n');
      } else if (line.startsWith(FENCE)) {
        language = line.substring(FENCE.length());
      } else if (line.startsWith("## ")) {
        section = line.substring(3);
      }
    }
    return recipes;
  }
}
