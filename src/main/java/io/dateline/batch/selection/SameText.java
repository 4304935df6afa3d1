package io.dateline.batch.selection;

import com.ibm.icu.text.Normalizer2;

/** Holds for one text: letter for letter, and in NFC like every cell. */
record SameText(String text) implements FacetColumn.Condition {

  static SameText of(String value) {
    return new SameText(Normalizer2.getNFCInstance().normalize(value));
  }

  @Override
  public boolean holds(String cell) {
    return cell.equals(text);
  }
}
