package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.CommitmentDraft.ResponsibilityDraft;
import jp.meguri.reading.draft.CommitmentDraft.Role;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.layout.Width;

/**
 * Who leads and who takes part: 【取組主管課】 ●政策推進課 ・財政課 【関係課等】 ・全ての課等. A bracket of a label
 * may be lost. ● marks the primary among several; a sole lead is primary; of several
 * without a mark nobody knows.
 */
final class Responsibilities {

	private static final String OPEN = "[【\\[〔<《]";

	private static final String CLOSE = "[】\\]〕>》]";

	private static final String LEAD_WORDS = spaced("(?:取組)?(?:主管|主担当|担当|所管|実施|推進|責任)(?:課|部署|部局|部|室)(?:等)?");

	private static final String RELATED_WORDS = spaced("(?:関係|関連|協力|連携)(?:課|部署|部局|機関)(?:等)?");

	private static final Pattern LABEL = Pattern
		.compile(label("lead", LEAD_WORDS) + "|" + label("related", RELATED_WORDS));

	/** Behind 局 or 部 a blank separates nothing from its own 課. */
	private static final Pattern SEPARATOR = Pattern
		.compile("(?<=^|\\s|[、,])[●◎★○・]|[、,]|(?<=課|室|署|所|係|会|ター|機関|等)(?:\\s+|・)"
				+ "|(?<=局|部)(?:\\s+(?![^●◎★○・、,部局]{1,12}?(?:課|室|係)(?=\\s|$|[・、,]))|・)");

	private static final Pattern GROUP = Pattern.compile(".*(全て|すべて|全課|各課|各部|所管する|を有する|関係各).*");

	private static final int LONGEST_GROUP = 40;

	private static final int LONGEST_CELL = 200;

	/** What no name of a section has, unless it selects several. */
	private static final Pattern NO_NAME = Pattern.compile(".*([をは。、【】\\[\\]]|主管課|関係課).*|.{26,}");

	private static final String MARKS = "●◎★";

	private final Coverage coverage;

	private final List<ResponsibilityDraft> found = new ArrayList<>();

	private final List<Name> leads = new ArrayList<>();

	private boolean unclear;

	private Responsibilities(Coverage coverage) {
		this.coverage = coverage;
	}

	/** Line ends and recognition leave blanks between letters, and letters twice. */
	private static String spaced(String words) {
		return words.replaceAll("(\\p{IsHan})", "(?:$1\\\\s?){1,2}");
	}

	private static String label(String name, String words) {
		return "(?<" + name + ">" + OPEN + "\\s?" + words + "\\s?" + CLOSE + "?|" + words + "\\s?(?:" + CLOSE
				+ "|[:：])|(?<=^|\\s)" + words + "(?=\\s|$))";
	}

	static boolean isLabelled(Cell cell) {
		return cell.length() <= LONGEST_CELL
				&& cell.pieces().stream().anyMatch((piece) -> LABEL.matcher(piece.run().folded()).find());
	}

	/** Which label a text consists of. */
	static @Nullable Role labelledBy(Run run) {
		Matcher label = LABEL.matcher(run.folded());
		return !label.matches() ? null : (label.group("lead") != null) ? Role.PRIMARY : Role.RELATED;
	}

	/**
	 * @param lead the column of leads
	 * @param related a column of its own for others, or empty
	 * @param mixed whether the column of leads may hold others too
	 */
	static Responsibilities read(Cell lead, Cell related, boolean mixed, Coverage coverage) {
		Responsibilities all = new Responsibilities(coverage);
		if (!lead.isEmpty()) {
			all.labelled(CellText.whole(lead), mixed);
		}
		all.decide();
		if (!related.isEmpty()) {
			all.names(CellText.whole(related), Role.RELATED);
		}
		return all;
	}

	List<ResponsibilityDraft> found() {
		return this.found;
	}

	/** Whether something in the cells is no name, or nobody can say who leads. */
	boolean isUnclear() {
		return this.unclear || this.found.stream().anyMatch((one) -> one.role() == Role.UNKNOWN);
	}

	/** Names of leads as lines of text. */
	static List<ResponsibilityDraft> leads(List<Run> names, Coverage coverage) {
		Responsibilities all = new Responsibilities(coverage);
		names.forEach((name) -> all.names(name, Role.PRIMARY));
		all.decide();
		return all.found;
	}

	private void labelled(Run run, boolean mixed) {
		Matcher label = LABEL.matcher(run.folded());
		int from = 0;
		@Nullable Role role = null;
		boolean any = false;
		while (label.find()) {
			boolean related = label.group("related") != null;
			Run above = run.part(from, label.start());
			role = (role == null && related) ? Role.PRIMARY : role;
			if (role != null) {
				names(above, role);
			}
			this.coverage.leave(run.part(label.start(), label.end()).spans(), Leftover.Kind.LABEL);
			role = related ? Role.RELATED : Role.PRIMARY;
			from = label.end();
			any = true;
		}
		this.unclear |= !any && mixed;
		if (any || !mixed) {
			names(run.from(from), (role != null) ? role : Role.PRIMARY);
		}
	}

	/** Names with a text among them may be parts of that text: then none is taken. */
	private void names(Run run, Role role) {
		if (SEPARATOR.splitAsStream(run.folded()).anyMatch((part) -> isText(Width.key(part)))) {
			this.unclear = true;
			return;
		}
		Matcher separator = SEPARATOR.matcher(run.folded());
		int from = 0;
		String mark = "";
		while (separator.find()) {
			name(run.part(from, separator.start()), mark, role);
			mark = separator.group().strip();
			Run sign = run.part(separator.start(), separator.end()).trim();
			if (sign.length() > 0) {
				this.coverage.leave(sign.spans(), Leftover.Kind.RULE);
			}
			from = separator.end();
		}
		name(run.from(from), mark, role);
	}

	private static boolean isText(String key) {
		return !isGroup(key) && NO_NAME.matcher(key).matches();
	}

	private static boolean isGroup(String key) {
		return GROUP.matcher(key).matches() && key.length() <= LONGEST_GROUP;
	}

	private void name(Run text, String mark, Role role) {
		Run name = LineEnds.unwrap(text.trim());
		if (name.length() == 0) {
			return;
		}
		boolean group = isGroup(name.key());
		if (role != Role.RELATED && group) {
			this.unclear = true;
			return;
		}
		if (role == Role.RELATED) {
			add(name, role);
		}
		else {
			this.leads.add(new Name(name, MARKS.contains(mark) && !mark.isEmpty()));
		}
	}

	private void decide() {
		long marked = this.leads.stream().filter(Name::marked).count();
		List<ResponsibilityDraft> others = List.copyOf(this.found);
		this.found.clear();
		for (Name lead : this.leads) {
			boolean primary = this.leads.size() == 1 || marked == 1 && lead.marked;
			add(lead.run, primary ? Role.PRIMARY : (marked == 1) ? Role.CO_LEAD : Role.UNKNOWN);
		}
		this.found.addAll(others);
	}

	private void add(Run name, Role role) {
		boolean group = GROUP.matcher(name.key()).matches();
		this.found.add(new ResponsibilityDraft(role, name.passage(), group));
	}

	private record Name(Run run, boolean marked) {
	}

}
