package io.dateline.extract;

import io.dateline.article.Block;
import io.dateline.article.Page;
import io.dateline.article.Trace;
import io.dateline.extract.body.StoryNotes.Claim;
import io.dateline.extract.body.StoryNotes.Claim.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * The story of a document whose format marks it as one. Nothing is left out for how it looks; only
 * a byline or an agency's signature in a line of its own gives another column.
 */
final class MarkedStory {

  private MarkedStory() {}

  /** The blocks of the story in their order; the trace hears of every block. */
  static List<Block> of(Page page, PageSurvey survey, Trace trace) {
    var claims = survey.reasons();
    List<Block> story = new ArrayList<>();
    for (Block block : page.blocks()) {
      Claim claim = claims.get(block.index());
      String credit =
          claim != null && (claim.field() == Field.BYLINE || claim.field() == Field.SIGN_OFF)
              ? claim.text()
              : null;
      boolean marked = page.selected().story().contains(block.index());
      if (marked && credit == null) {
        story.add(block);
      }
      if (trace.isOn()) {
        String reason =
            !marked
                ? "outside of what the format marks as the story"
                : credit != null ? credit : "inside what the format marks as the story";
        trace.block(block, marked && credit == null, reason);
      }
    }
    return List.copyOf(story);
  }
}
