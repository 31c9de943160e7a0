package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.PlanDraft.GradeLegend;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.entries.EntryList;
import jp.meguri.reading.layout.Layout;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.progress.Token.Kind;

/**
 * The sheet as pages of tokens, with the tree above them, the legend of grades, and what
 * stands before the first page. Claims nothing.
 */
final class Sheet {

	private static final Pattern PAGE_NUMBER = Pattern
		.compile("-?\\d{1,3}-?|\\d{1,3}(/|of)\\d{1,3}|([Pp]\\.?)?\\d{1,3}(頁|ページ)?|[・.…]{3,}([Pp]?\\.?\\d{1,3})?");

	private static final Pattern LEGEND = Pattern.compile(
			"(?<code>[A-ES]|[◎○◯〇●△▲×])\\s*[:=]\\s*(?<meaning>[^\\s、,/][^、,/]*?)(?=\\s*(?:$|[、,/]|\\s[A-ES◎○◯〇●△▲×]\\s*[:=]))");

	private final List<Line> lines;

	private final GoalTree tree = new GoalTree();

	private final List<Page> pages = new ArrayList<>();

	private final Map<Token, Integer> categories = new IdentityHashMap<>();

	private final Map<String, GradeLegend> legend = new LinkedHashMap<>();

	private final List<Line> overview = new ArrayList<>();

	private final List<Span> labels = new ArrayList<>();

	private @Nullable Kind waiting;

	private Run waitingLabel = Run.EMPTY;

	private Word waitingWord = Word.ITEM;

	private Sheet(Layout layout) {
		Lines lines = Lines.of(layout);
		this.lines = lines.lines();
		this.labels.addAll(lines.heads());
	}

	static Sheet of(Layout layout) {
		Sheet sheet = new Sheet(layout);
		sheet.read();
		return sheet;
	}

	private void read() {
		this.lines.forEach(this::legend);
		int begin = begin();
		this.overview.addAll(this.lines.subList(0, begin));
		this.pages.add(new Page(null));
		this.lines.subList(begin, this.lines.size()).forEach(this::add);
		closePage();
	}

	/**
	 * Where the pages begin: at the headings above the first item, and those printed
	 * once.
	 */
	private int begin() {
		Map<Integer, LevelHead> heads = new HashMap<>();
		int first = -1;
		for (int i = 0; i < this.lines.size(); i++) {
			LevelHead head = LevelHead.of(this.lines.get(i));
			if (head != null) {
				heads.put(i, head);
			}
			boolean form = this.lines.get(i).column() != null || !Word.in(this.lines.get(i).run()).isEmpty();
			if (first < 0 && form) {
				first = i;
			}
		}
		int begin = first;
		while (begin > 0 && !heads.containsKey(begin)) {
			begin--;
		}
		while (begin > 0 && heads.containsKey(begin - 1)) {
			begin--;
		}
		if (!heads.containsKey(begin)) {
			return Math.max(0, first);
		}
		Set<String> printedBelow = new HashSet<>();
		for (int i = begin; i < this.lines.size(); i++) {
			if (heads.containsKey(i)) {
				printedBelow.add(heads.get(i).identity());
			}
		}
		for (int i = begin - 1; i >= 0; i--) {
			begin = (heads.containsKey(i) && !printedBelow.contains(heads.get(i).identity())) ? i : begin;
		}
		return begin;
	}

	/** A line that explains several grades, or one printed with its meaning. */
	private void legend(Line line) {
		List<GradeLegend> found = new ArrayList<>();
		Matcher matcher = LEGEND.matcher(line.folded());
		while (matcher.find()) {
			Grade grade = Grade.of(line.run().part(matcher.start("code"), matcher.end("code")));
			if (grade != null) {
				found.add(new GradeLegend(grade.code(), grade.printed().passage(),
						line.run().part(matcher.start("meaning"), matcher.end("meaning")).passage()));
			}
		}
		if (found.size() > 1) {
			found.forEach((grade) -> this.legend.putIfAbsent(grade.code(), grade));
		}
		for (Word.Use use : Word.in(line.run())) {
			Grade grade = (use.word() == Word.GRADE) ? Grade.of(use.value()) : null;
			if (grade != null && grade.meaning().length() > 0) {
				this.legend.putIfAbsent(grade.code(),
						new GradeLegend(grade.code(), grade.printed().passage(), grade.meaning().passage()));
			}
		}
	}

	private void add(Line line) {
		LevelHead head = LevelHead.of(line);
		if (head != null) {
			closePage();
			this.tree.add(head);
			this.pages.add(new Page(this.tree.currentAt()));
			this.waiting = null;
			return;
		}
		Word.Use column = line.column();
		if (column != null) {
			cell(column, line);
			return;
		}
		if (PAGE_NUMBER.matcher(line.run().key()).matches() && this.waiting == null || isMeaning(line)) {
			this.labels.addAll(line.run().spans());
			return;
		}
		List<Word.Use> uses = Word.in(line.run());
		if (!uses.isEmpty()) {
			uses.forEach((use) -> use(use, line));
		}
		else if (this.waiting != null) {
			token(this.waiting, this.waitingWord, this.waitingLabel, List.of(line));
		}
		else {
			text(line);
		}
	}

	/** The meaning of a grade, apart from it. */
	private boolean isMeaning(Line line) {
		String key = line.run().key();
		boolean alone = key.startsWith("(") && key.endsWith(")")
				&& this.legend.values()
					.stream()
					.anyMatch((grade) -> key.equals("(" + Width.key(grade.meaning().text()) + ")"));
		return alone || isLegend(line);
	}

	/** Whether the line explains several grades. */
	static boolean isLegend(Line line) {
		return LEGEND.matcher(line.folded()).results().count() > 1;
	}

	/** A line of a cell below the head of a column. */
	private void cell(Word.Use head, Line line) {
		Word column = head.word();
		boolean begins = line.place() == Line.Place.FIRST;
		if (!begins && page().goOn(column, new Line(line.run(), line.afterBlank()))) {
			return;
		}
		if (column == Word.PROGRESS || column == Word.ISSUES) {
			token(Kind.LABEL, column, Run.EMPTY, List.of());
			token(Kind.TEXT, column, Run.EMPTY, List.of(line));
		}
		else {
			token(kind(column), column, head.label(), List.of(line));
		}
	}

	private void use(Word.Use use, Line line) {
		this.waiting = null;
		this.labels.addAll(use.label().spans());
		Line value = new Line(use.value(), line.afterBlank());
		if (use.word() == Word.PROGRESS || use.word() == Word.ISSUES) {
			token(Kind.LABEL, use.word(), use.label(), List.of());
			if (use.value().length() > 0) {
				token(Kind.TEXT, use.word(), Run.EMPTY, List.of(value));
			}
			return;
		}
		Kind kind = kind(use.word());
		if (use.value().length() > 0) {
			token(kind, use.word(), use.label(), List.of(value));
		}
		else {
			this.waiting = kind;
			this.waitingWord = use.word();
			this.waitingLabel = use.label();
		}
	}

	private static Kind kind(Word word) {
		return switch (word) {
			case CATEGORY -> Kind.CATEGORY;
			case ITEM -> Kind.ITEM;
			case SECTION -> Kind.SECTION;
			case STEP -> Kind.STEP;
			case GRADE -> Kind.GRADE;
			default -> Kind.TEXT;
		};
	}

	private void token(Kind kind, Word word, Run label, List<Line> lines) {
		this.waiting = null;
		page().add(new Token(kind, word, label, lines));
	}

	private Page page() {
		return this.pages.get(this.pages.size() - 1);
	}

	private void text(Line line) {
		Token last = page().last();
		List<Run> names = SectionName.in(line.run());
		boolean apart = last == null || last.kind() != Kind.TEXT
				|| line.afterBlank() && EntryList.endsSentence(last.lines().get(last.lines().size() - 1).run());
		if (!names.isEmpty() && apart) {
			token(Kind.SECTION, Word.SECTION, Run.EMPTY, List.of(line));
			return;
		}
		boolean wrapped = last != null && !line.afterBlank()
				&& (last.kind() == Kind.ITEM || last.kind() == Kind.CATEGORY || last.kind() == Kind.STEP);
		if (last != null && (wrapped || last.kind() == Kind.TEXT)) {
			page().goOn(line);
		}
		else {
			token(Kind.TEXT, Word.PROGRESS, Run.EMPTY, List.of(line));
		}
	}

	/** Categories become nodes when their titles are complete. */
	private void closePage() {
		page().tokens()
			.stream()
			.filter((token) -> token.kind() == Kind.CATEGORY)
			.forEach((token) -> this.categories.put(token, this.tree.category(token)));
	}

	GoalTree tree() {
		return this.tree;
	}

	List<Page> pages() {
		return this.pages;
	}

	Map<Token, Integer> categories() {
		return this.categories;
	}

	List<GradeLegend> legend() {
		return List.copyOf(this.legend.values());
	}

	List<Line> overview() {
		return this.overview;
	}

	List<Span> labels() {
		return this.labels;
	}

}
