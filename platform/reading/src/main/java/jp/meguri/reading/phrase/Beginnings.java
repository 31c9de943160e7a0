package jp.meguri.reading.phrase;

import java.util.BitSet;
import java.util.Collection;
import java.util.function.IntPredicate;

/**
 * The characters a rule's words may begin with. Most places of a text begin no phrase;
 * with this a grammar passes over them by looking at one character.
 */
public final class Beginnings {

	/** Any character, or none. */
	public static final Beginnings ANY = of((c) -> true).orNothing();

	private final BitSet characters;

	/** Whether the rule may match no character at all. */
	private final boolean nothing;

	private Beginnings(BitSet characters, boolean nothing) {
		this.characters = characters;
		this.nothing = nothing;
	}

	public static Beginnings of(IntPredicate characters) {
		BitSet set = new BitSet();
		for (int c = 0; c <= Character.MAX_VALUE; c++) {
			set.set(c, characters.test(c));
		}
		return new Beginnings(set, false);
	}

	static Beginnings ofWords(Collection<String> words) {
		BitSet set = new BitSet();
		words.forEach((word) -> set.set(word.charAt(0)));
		return new Beginnings(set, false);
	}

	/** Of two rules one of which matches. */
	Beginnings or(Beginnings other) {
		BitSet both = (BitSet) this.characters.clone();
		both.or(other.characters);
		return new Beginnings(both, this.nothing || other.nothing);
	}

	/** Of two rules one behind the other. */
	Beginnings then(Beginnings next) {
		return this.nothing ? new Beginnings(this.characters, false).or(next) : this;
	}

	/** Of a rule that may be missing. */
	Beginnings orNothing() {
		return new Beginnings(this.characters, true);
	}

	boolean allow(char c) {
		return this.nothing || this.characters.get(c);
	}

}
