package jp.meguri.reading.reformplan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.ResponsibilityDraft;
import jp.meguri.reading.draft.CommitmentDraft.Role;
import jp.meguri.reading.draft.CommitmentDraft.TargetDraft;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.remarks.Remarks;

/**
 * An item (事項) while its rows are read.
 */
final class OpenItem {

	private static final Pattern NAME = Pattern.compile("[^、,・\\s]+");

	private final ItemHead head;

	private final @Nullable Integer node;

	private final Map<Part, List<Piece>> parts = new EnumMap<>(Part.class);

	/** Pieces of each part that stand in a row with its label. */
	private final Map<Part, Integer> labelled = new EnumMap<>(Part.class);

	private @Nullable Part current;

	private boolean nextHeadLost;

	OpenItem(ItemHead head, @Nullable Integer node) {
		this.head = head;
		this.node = node;
	}

	ItemHead head() {
		return this.head;
	}

	boolean isReading() {
		return this.current != null;
	}

	void open(Part part) {
		this.current = part;
		this.parts.computeIfAbsent(part, (key) -> new ArrayList<>());
	}

	/** Whether this part was read and another began since: it is the next item's. */
	boolean isDone(Part part) {
		return this.parts.containsKey(part) && this.current != part;
	}

	boolean isOpen(Part part) {
		return this.current == part;
	}

	/** Whether any part was read. */
	boolean hasParts() {
		return !this.parts.isEmpty();
	}

	/** The head of the item below is lost, perhaps among the last rows of this one. */
	void loseNextHead() {
		this.nextHeadLost = true;
	}

	/** Pieces of the row that has the label. */
	void addLabelled(List<Piece> pieces) {
		add(pieces);
		if (this.current != null) {
			this.labelled.put(this.current, this.parts.get(this.current).size());
		}
	}

	/** Pieces of a row; a sentence the row above left open goes on in the first. */
	void add(List<Piece> pieces) {
		if (this.current == null || pieces.isEmpty()) {
			return;
		}
		List<Piece> all = this.parts.get(this.current);
		boolean goesOn = !all.isEmpty() && pieces.get(0).before() == Piece.Break.PARAGRAPH;
		all.add(goesOn ? pieces.get(0).with(Piece.Break.WRAP) : pieces.get(0));
		all.addAll(pieces.subList(1, pieces.size()));
	}

	private List<Piece> pieces(Part part) {
		List<Piece> all = this.parts.getOrDefault(part, List.of());
		int sure = this.labelled.getOrDefault(part, all.size());
		return isCertain(part) ? all : all.subList(0, sure);
	}

	/**
	 * Whether rows without a label go on with this part; where the label or the head
	 * below is lost, they may be that one's.
	 */
	private boolean isCertain(Part part) {
		return switch (part) {
			case PURPOSE -> this.parts.containsKey(Part.ACTIONS);
			case ACTIONS -> this.parts.containsKey(Part.TARGETS);
			default -> true;
		} && !(this.nextHeadLost && part == this.current);
	}

	CommitmentDraft toDraft(Coverage coverage, Remarks remarks) {
		for (Part part : List.of(Part.PURPOSE, Part.ACTIONS, Part.TARGETS)) {
			if (pieces(part).isEmpty()) {
				remarks.add(Finding.PART_MISSING, this.head.number().span(), part.japanese());
			}
		}
		InitiativeTree tree = new InitiativeTree(coverage, remarks);
		tree.read(pieces(Part.ACTIONS), beginsInside());
		Map<CommitmentDraft.Part, List<Entry>> texts = new EnumMap<>(CommitmentDraft.Part.class);
		put(texts, CommitmentDraft.Part.PURPOSE, purpose());
		put(texts, CommitmentDraft.Part.ACTIONS, tree.entries());
		List<TargetDraft> targets = new TargetList(remarks, tree.paths()).read(pieces(Part.TARGETS));
		return new CommitmentDraft(this.head.number().span().start(), this.node, this.head.number().passage(),
				this.head.title().passage(), responsibilities(coverage, remarks), List.of(), texts, targets,
				tree.phases(), null, null);
	}

	/**
	 * Nothing stands beside the label, and what follows lists what no initiative heads.
	 */
	private boolean beginsInside() {
		List<Piece> actions = pieces(Part.ACTIONS);
		Integer beside = this.labelled.get(Part.ACTIONS);
		Sign sign = actions.isEmpty() ? null : Sign.at(actions.get(0).run().folded(), 0);
		return beside != null && beside == 0 && sign != null && !sign.kind().isNumbered();
	}

	private static void put(Map<CommitmentDraft.Part, List<Entry>> texts, CommitmentDraft.Part part,
			List<Entry> entries) {
		if (!entries.isEmpty()) {
			texts.put(part, entries);
		}
	}

	private List<Entry> purpose() {
		EntryTree paragraphs = new EntryTree();
		for (Piece piece : pieces(Part.PURPOSE)) {
			Sign sign = Sign.at(piece.run().folded(), 0);
			if (sign != null && sign.kind() != Sign.Kind.ALIKE) {
				paragraphs.begin(sign, piece.run().part(sign.start(), sign.end()));
				paragraphs.text(piece.run().from(sign.end()).trim(), Piece.Break.PARAGRAPH);
			}
			else {
				paragraphs.text(piece.run(), piece.before());
			}
		}
		return paragraphs.entries();
	}

	private List<ResponsibilityDraft> responsibilities(Coverage coverage, Remarks remarks) {
		List<Run> names = new ArrayList<>();
		for (Piece piece : pieces(Part.RESPONSIBILITY)) {
			Run run = piece.run();
			coverage.leave(run.spans(), Leftover.Kind.LABEL);
			NAME.matcher(run.folded()).results().forEach((name) -> names.add(run.part(name.start(), name.end())));
		}
		if (names.size() > 1) {
			remarks.add(Finding.LEAD_NOT_MARKED, names.get(0).span());
		}
		Role role = (names.size() == 1) ? Role.PRIMARY : Role.UNKNOWN;
		return names.stream()
			.map((name) -> new ResponsibilityDraft(role, name.passage(), name.folded().startsWith("全")))
			.toList();
	}

}
