package io.dateline.cli.inspect;

import io.dateline.article.ArticleField;
import io.dateline.article.Block;
import io.dateline.article.SelectedParts;
import io.dateline.article.Trace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps all that the extraction says of its reasons. Not safe for use by several threads. */
public final class Explanation implements Trace {

  /** A value that was considered. */
  record Candidate(@Nullable String value, String source, boolean chosen, String reason) {}

  /** A block of the page and its fate. */
  record Verdict(int line, String tag, boolean kept, String reason, String text) {}

  private final Map<ArticleField, List<Candidate>> candidates = new EnumMap<>(ArticleField.class);
  private final List<Verdict> blocks = new ArrayList<>();

  private SelectedParts selected = SelectedParts.NONE;

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public void candidate(
      ArticleField field, @Nullable String value, String source, boolean chosen, String reason) {
    candidates
        .computeIfAbsent(field, f -> new ArrayList<>())
        .add(new Candidate(value, source, chosen, reason));
  }

  @Override
  public void block(Block block, boolean kept, String reason) {
    blocks.add(new Verdict(block.line(), block.tag(), kept, reason, block.text()));
  }

  @Override
  public void selected(SelectedParts parts) {
    selected = parts;
  }

  SelectedParts selected() {
    return selected;
  }

  Map<ArticleField, List<Candidate>> candidates() {
    return candidates;
  }

  List<Verdict> blocks() {
    return blocks;
  }
}
