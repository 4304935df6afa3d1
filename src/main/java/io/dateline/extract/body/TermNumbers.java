package io.dateline.extract.body;

import io.dateline.extract.text.WordIndex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the terms of a page's texts, each as often as it is met alike, without cutting it out.
 */
final class TermNumbers {

  /** Slots that are searched for a term: more are taken only where a page is made for that. */
  private static final int MAX_PROBES = 32;

  private String[] texts = new String[128];
  private int[] starts = new int[128];
  private int[] lengths = new int[128];
  private int[] hashes = new int[128];

  /** Numbers of terms, one more than they are; 0 for none. Half of them at least stay free. */
  private int[] slots = new int[512];

  private int count;

  /** The terms that found no slot; theirs are numbers like any other. */
  private final Map<String, Integer> others = new HashMap<>();

  /** How many different terms were met. */
  int count() {
    return count;
  }

  /** The term of a number. */
  String term(int number) {
    return texts[number].substring(starts[number], starts[number] + lengths[number]);
  }

  /** The number of the term that stands in the text from {@code start} to {@code end}. */
  int of(String text, int start, int end) {
    int hash = WordIndex.hash(text, start, end);
    int slot = slotOf(hash);
    for (int probe = 0; probe < MAX_PROBES; probe++) {
      int number = slots[slot] - 1;
      if (number < 0) {
        int other = other(text, start, end);
        return other >= 0 ? other : add(slot, text, start, end, hash);
      }
      if (hashes[number] == hash
          && lengths[number] == end - start
          && texts[number].regionMatches(starts[number], text, start, end - start)) {
        return number;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return others.computeIfAbsent(
        text.substring(start, end), term -> number(text, start, end, hash));
  }

  /** The number of a term that found no slot when it was met first, and may since have one. */
  private int other(String text, int start, int end) {
    return others.isEmpty() ? -1 : others.getOrDefault(text.substring(start, end), -1);
  }

  private int add(int slot, String text, int start, int end, int hash) {
    int number = number(text, start, end, hash);
    slots[slot] = number + 1;
    if (2 * count >= slots.length) {
      grow();
    }
    return number;
  }

  private int number(String text, int start, int end, int hash) {
    if (count == texts.length) {
      texts = Arrays.copyOf(texts, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
      hashes = Arrays.copyOf(hashes, count * 2);
    }
    texts[count] = text;
    starts[count] = start;
    lengths[count] = end - start;
    hashes[count] = hash;
    return count++;
  }

  private void grow() {
    int[] old = slots;
    slots = new int[old.length * 2];
    for (int taken : old) {
      if (taken != 0) {
        place(taken);
      }
    }
  }

  private void place(int taken) {
    int number = taken - 1;
    int slot = slotOf(hashes[number]);
    for (int probe = 0; probe < MAX_PROBES; probe++) {
      if (slots[slot] == 0) {
        slots[slot] = taken;
        return;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    others.put(term(number), number);
  }

  private int slotOf(int hash) {
    return (hash ^ (hash >>> 16)) & (slots.length - 1);
  }
}
