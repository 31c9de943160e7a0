package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Span;
import jp.meguri.reading.progress.Token.Kind;
import jp.meguri.reading.remarks.Remarks;

/**
 * Ties the parts of one segment to its items. One item has everything. Of several, what
 * is the same for all needs no order; a regular order is followed and remarked; else
 * texts are tied by the words they share with one title only, and sections and categories
 * by standing directly above such a text. Grades and next steps are never tied by words.
 */
final class Ties {

	/** More items on one page are not told apart by their words. */
	private static final int MOST_ITEMS = 40;

	private static final int MOST_CANDIDATES = 8;

	private final List<Token> tokens;

	private final Map<Token, Integer> categories;

	private final Remarks remarks;

	private final List<OpenItem> items = new ArrayList<>();

	private final Set<OpenItem> byWords = new HashSet<>();

	/**
	 * @param tokens the segment
	 * @param node the heading above it, or null
	 * @param categories the node of each category token
	 * @param remarks takes what a person should look at
	 */
	Ties(List<Token> tokens, @Nullable Integer node, Map<Token, Integer> categories, Remarks remarks) {
		this.tokens = tokens;
		this.categories = categories;
		this.remarks = remarks;
		of(Kind.ITEM).forEach((title) -> this.items.add(new OpenItem(title, node)));
	}

	List<OpenItem> tie() {
		if (this.items.isEmpty()) {
			return List.of();
		}
		List<TextGroup> groups = TextGroup.of(this.tokens);
		boolean order = this.items.size() == 1 || isRegular(groups);
		if (order) {
			inOrder(groups);
		}
		else {
			scrambled(groups);
		}
		this.items.forEach(this::remarkText);
		return this.items;
	}

	private List<Token> of(Kind kind) {
		return this.tokens.stream().filter((token) -> token.kind() == kind).toList();
	}

	/**
	 * Whether all kinds stand in one order that repeats: K S T K S T N N, K S K S N N T
	 * T.
	 */
	private boolean isRegular(List<TextGroup> groups) {
		if (groups.size() != this.items.size()) {
			return false;
		}
		Set<Integer> texts = groups.stream().map(TextGroup::index).collect(Collectors.toSet());
		List<Kind> kinds = new ArrayList<>();
		for (int i = 0; i < this.tokens.size(); i++) {
			Kind kind = this.tokens.get(i).kind();
			if (kind == Kind.CATEGORY || kind == Kind.SECTION || kind == Kind.ITEM || texts.contains(i)) {
				kinds.add(kind);
			}
		}
		Set<Kind> seen = new HashSet<>();
		int at = 0;
		while (at < kinds.size()) {
			int next = at;
			Set<Kind> block = new HashSet<>();
			while (next < kinds.size() && block.add(kinds.get(next))) {
				next++;
			}
			int length = next - at;
			int end = at + length * this.items.size();
			if (end > kinds.size() || block.stream().anyMatch((kind) -> !seen.add(kind))) {
				return false;
			}
			for (int i = at; i < end; i++) {
				if (kinds.get(i) != kinds.get(at + (i - at) % length)) {
					return false;
				}
			}
			at = end;
		}
		return true;
	}

	private void inOrder(List<TextGroup> groups) {
		if (this.items.size() > 1) {
			this.remarks.add(Point.TIED_BY_ORDER, place());
		}
		for (int i = 0; i < Math.min(groups.size(), this.items.size()); i++) {
			text(this.items.get(i), groups.get(i));
		}
		each(Kind.SECTION, (item, token) -> item.section = token, Point.SECTION_UNTIED, true);
		each(Kind.STEP, (item, token) -> item.step = token, Point.STEP_UNTIED, true);
		each(Kind.GRADE, (item, token) -> item.grade = token, Point.GRADE_UNTIED, true);
		List<Token> categories = of(Kind.CATEGORY);
		for (int i = 0; i < Math.min(categories.size(), this.items.size()); i++) {
			this.items.get(i).node = this.categories.get(categories.get(i));
		}
	}

	private Span place() {
		return this.items.get(0).titleToken().run().span();
	}

	/** Gives each item its token, in order or because all are alike; else remarks it. */
	private void each(Kind kind, BiConsumer<OpenItem, Token> tie, Point untied, boolean order) {
		List<Token> found = of(kind);
		boolean alike = found.stream().map(Ties::value).distinct().count() == 1 && found.size() > 1;
		if (found.size() == this.items.size() && (order || alike)) {
			for (int i = 0; i < found.size(); i++) {
				tie.accept(this.items.get(i), found.get(i));
			}
			if (alike && !order) {
				this.remarks.add(Point.ALL_ALIKE, found.get(0).run().span(), name(kind));
			}
		}
		else if (!found.isEmpty()) {
			String candidates = candidates(found);
			this.items
				.forEach((item) -> this.remarks.add(untied, item.titleToken().run().span(), item.name(), candidates));
			found.forEach((token) -> this.remarks.add(Point.CANDIDATE, token.run().span()));
		}
	}

	private static String candidates(List<Token> tokens) {
		return tokens.stream()
			.limit(MOST_CANDIDATES)
			.map((token) -> token.run().chars())
			.collect(Collectors.joining("、", "", (tokens.size() > MOST_CANDIDATES) ? "…" : ""));
	}

	private static String name(Kind kind) {
		return (kind == Kind.GRADE) ? "評価" : (kind == Kind.STEP) ? "今後の方針" : "担当";
	}

	/** What a token says, however it is printed. */
	private static String value(Token token) {
		Grade grade = (token.kind() == Kind.GRADE) ? Grade.of(token.run()) : null;
		return (grade != null) ? grade.code() : token.key();
	}

	private void scrambled(List<TextGroup> groups) {
		each(Kind.STEP, (item, token) -> item.step = token, Point.STEP_UNTIED, false);
		each(Kind.GRADE, (item, token) -> item.grade = token, Point.GRADE_UNTIED, false);
		if (this.items.size() > MOST_ITEMS) {
			return;
		}
		Map<Integer, OpenItem> owners = (groups.size() == this.items.size()) ? wholeGroups(groups)
				: new ScatteredText(this.items, groups, this::text).tie();
		this.byWords.addAll(owners.values());
		sections(owners);
		categories(owners);
		List<OpenItem> tied = this.items.stream().filter(this.byWords::contains).toList();
		if (!tied.isEmpty()) {
			this.remarks.add(Point.TIED_BY_WORDS, tied.get(0).titleToken().run().span(),
					tied.stream().map((item) -> "「" + item.name() + "」").collect(Collectors.joining()));
		}
	}

	/** Owners of texts, by the index of their first token. */
	private Map<Integer, OpenItem> wholeGroups(List<TextGroup> groups) {
		List<Integer> clear = completed(
				new Affinity(titles(), groups.stream().map(TextGroup::words).toList()).clear(true));
		Map<Integer, OpenItem> owners = new TreeMap<>();
		for (int i = 0; i < groups.size(); i++) {
			if (clear.get(i) >= 0) {
				OpenItem owner = this.items.get(clear.get(i));
				text(owner, groups.get(i));
				owners.put(groups.get(i).index(), owner);
			}
		}
		return owners;
	}

	private List<String> titles() {
		return this.items.stream().map((item) -> item.titleToken().run().chars()).toList();
	}

	/** If one is left on either side, they belong together; two on one title are none. */
	private List<Integer> completed(List<Integer> clear) {
		List<Integer> unique = new ArrayList<>(
				clear.stream().map((to) -> clear.stream().filter(to::equals).count() == 1 ? to : -1).toList());
		List<Integer> free = new ArrayList<>();
		for (int i = 0; i < this.items.size(); i++) {
			if (!unique.contains(i)) {
				free.add(i);
			}
		}
		boolean oneLeft = free.size() == 1 && unique.stream().filter((to) -> to < 0).count() == 1;
		if (oneLeft) {
			unique.set(unique.indexOf(-1), free.get(0));
		}
		return unique;
	}

	private void sections(Map<Integer, OpenItem> owners) {
		List<Token> sections = of(Kind.SECTION);
		boolean alike = sections.size() == this.items.size() && sections.size() > 1
				&& sections.stream().map(Token::key).distinct().count() == 1;
		if (alike) {
			each(Kind.SECTION, (item, token) -> item.section = token, Point.SECTION_UNTIED, false);
			return;
		}
		owners.forEach((index, item) -> {
			Token above = above(index);
			if (above != null && above.kind() == Kind.SECTION) {
				item.section = above;
			}
		});
		lastOne(sections, (item) -> item.section != null, (token) -> isTaken(token), (item, token) -> {
			item.section = token;
			this.byWords.add(item);
		});
		String candidates = candidates(sections.stream().filter((token) -> !isTaken(token)).toList());
		sections.stream()
			.filter((token) -> !isTaken(token))
			.forEach((token) -> this.remarks.add(Point.CANDIDATE, token.run().span()));
		this.items.stream()
			.filter((item) -> item.section == null && !candidates.isEmpty())
			.forEach((item) -> this.remarks.add(Point.SECTION_UNTIED, item.titleToken().run().span(), item.name(),
					candidates));
	}

	private boolean isTaken(Token section) {
		return this.items.stream().anyMatch((item) -> item.section == section);
	}

	private @Nullable Token above(int index) {
		return (index > 0) ? this.tokens.get(index - 1) : null;
	}

	/** A single item without and a single token left belong together. */
	private void lastOne(List<Token> tokens, Predicate<OpenItem> has, Predicate<Token> taken,
			BiConsumer<OpenItem, Token> tie) {
		List<OpenItem> without = this.items.stream().filter(has.negate()).toList();
		List<Token> left = tokens.stream().filter(taken.negate()).toList();
		if (without.size() == 1 && left.size() == 1 && tokens.size() == this.items.size()) {
			tie.accept(without.get(0), left.get(0));
		}
	}

	private void categories(Map<Integer, OpenItem> owners) {
		List<Token> found = of(Kind.CATEGORY);
		Map<OpenItem, Token> tied = new IdentityHashMap<>();
		if (found.stream().map(Token::key).distinct().count() == 1) {
			this.items.forEach((item) -> tied.put(item, found.get(0)));
		}
		else {
			owners.forEach((index, item) -> {
				Token above = above(index);
				Token category = (above != null && above.kind() == Kind.SECTION) ? above(index - 1) : above;
				if (category != null && category.kind() == Kind.CATEGORY) {
					tied.put(item, category);
				}
			});
			byTitles(found, tied);
			lastOne(found, tied::containsKey, (token) -> tied.values().stream().anyMatch((other) -> other == token),
					tied::put);
		}
		for (OpenItem item : this.items) {
			Token category = tied.get(item);
			if (category != null) {
				item.node = Objects.requireNonNullElse(this.categories.get(category), item.node);
			}
			else if (!found.isEmpty()) {
				this.remarks.add(Point.CATEGORY_UNTIED, item.titleToken().run().span(), item.name());
			}
		}
	}

	private void byTitles(List<Token> found, Map<OpenItem, Token> tied) {
		if (found.size() != this.items.size()) {
			return;
		}
		List<Integer> clear = new Affinity(titles(), found.stream().map((token) -> token.run().chars()).toList())
			.clear(true);
		for (int i = 0; i < found.size(); i++) {
			Token category = found.get(i);
			boolean free = clear.get(i) >= 0 && tied.values().stream().noneMatch((other) -> other == category);
			if (free && tied.putIfAbsent(this.items.get(clear.get(i)), category) == null) {
				this.byWords.add(this.items.get(clear.get(i)));
			}
		}
	}

	/** Gives the item its text, divided into progress and issues if that can be told. */
	private void text(OpenItem item, TextGroup group) {
		if (group.issues() != null || group.progressOnly()) {
			item.progress = group.text();
			item.issues = (group.issues() != null) ? group.issues() : List.of();
			return;
		}
		Division division = Division.of(group.text());
		if (division == null) {
			this.remarks.add(Point.TEXT_UNDIVIDED,
					group.text().get(0).run().span().through(group.text().get(group.text().size() - 1).run().span()));
			return;
		}
		if (division.byWords()) {
			this.remarks.add(Point.DIVIDED_BY_WORDS, division.issues().get(0).run().span());
		}
		item.progress = division.progress();
		item.issues = division.issues();
	}

	private void remarkText(OpenItem item) {
		if (item.progress.isEmpty() && item.issues.isEmpty() && this.items.size() > 1) {
			this.remarks.add(Point.TEXT_UNTIED, item.titleToken().run().span(), item.name());
		}
	}

}
