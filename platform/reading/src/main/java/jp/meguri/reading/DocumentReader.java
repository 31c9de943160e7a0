package jp.meguri.reading;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.SheetHeader;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.draft.YearProposal;
import jp.meguri.reading.goalsheet.GoalSheetReader;
import jp.meguri.reading.layout.Layout;
import jp.meguri.reading.pdca.PdcaReader;
import jp.meguri.reading.progress.ProgressReader;
import jp.meguri.reading.reformplan.ReformPlanReader;

/**
 * Reads a document with the reader of its family (様式): the one that finds most of its
 * form. A document no reader knows is said to be unknown, and nothing is taken from it.
 */
public final class DocumentReader {

	/** Less of a form than this may be found in any document. */
	private static final double ENOUGH = 0.4;

	private static final List<Family> FAMILIES = List.of(new Family(GoalSheetReader::share, GoalSheetReader::read),
			new Family(ReformPlanReader::share, ReformPlanReader::read),
			new Family(PdcaReader::share, PdcaReader::read), new Family(ProgressReader::share, ProgressReader::read));

	private DocumentReader() {
	}

	/** Reads a document; what was remarked when its file was decoded is kept. */
	public static Reading read(SourceDocument document) {
		return read(document.text()).with(document.remarks());
	}

	public static Reading read(String source) {
		Layout layout = Layout.of(source);
		return FAMILIES.stream()
			.map((family) -> new Candidate(family, family.share.applyAsDouble(layout)))
			.filter((candidate) -> candidate.share >= ENOUGH)
			.max(Comparator.comparingDouble(Candidate::share))
			.map((candidate) -> candidate.family.read.apply(layout))
			.orElseGet(() -> unknown(layout));
	}

	private static Reading unknown(Layout layout) {
		List<Leftover> leftovers = layout.coverage().leftovers();
		Remark remark = new Remark(new Span(0, layout.source().length()), "family-unknown",
				"様式が分かりません。読み取れる様式の見出しや表の項目名が見つかりません。",
				"The form is not known: neither headings nor column heads of a form that can be read were found.",
				true);
		return new Reading(Reading.Family.UNKNOWN, new SheetHeader(Passage.NONE, Passage.NONE, Passage.NONE, List.of()),
				new YearProposal(null, List.of()), List.of(), List.of(), List.of(), List.of(), null, List.of(remark),
				leftovers);
	}

	/**
	 * @param share how much of its form a document has, 0 to 1
	 * @param read reads a document of this family
	 */
	private record Family(ToDoubleFunction<Layout> share, Function<Layout, Reading> read) {
	}

	private record Candidate(Family family, double share) {
	}

}
