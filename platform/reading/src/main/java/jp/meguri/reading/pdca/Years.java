package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.draft.YearProposal;
import jp.meguri.reading.draft.YearProposal.Evidence;
import jp.meguri.reading.draft.YearProposal.Role;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.remarks.Remarks;
import jp.meguri.reading.wareki.YearMention;

/**
 * The fiscal year as the title or the heads of the columns name it (令和2年度計画). A date
 * without 年度 says when the document was published, which is later.
 */
final class Years {

	private final String source;

	private final List<Evidence> title = new ArrayList<>();

	private final List<Evidence> heads = new ArrayList<>();

	Years(String source) {
		this.source = source;
	}

	void caption(Passage caption) {
		caption.spans().forEach((span) -> this.title.addAll(in(span)));
	}

	void head(Row row) {
		row.pieces().forEach((piece) -> this.heads.addAll(in(piece.run().span())));
	}

	private List<Evidence> in(Span span) {
		return YearMention.in(this.source, span)
			.stream()
			.filter((mention) -> mention.phrase().replaceAll("\\s", "").contains("年度"))
			.map((mention) -> new Evidence(mention.span(), mention.phrase(), mention.fiscalYear(), Role.CAPTION))
			.toList();
	}

	YearProposal proposal(Remarks remarks) {
		Integer year = only(this.title);
		Integer year2 = (year != null) ? year : only(this.heads);
		List<Evidence> evidence = Stream.concat(this.title.stream(), this.heads.stream())
			.filter((one) -> year2 == null || one.fiscalYear() == year2)
			.toList();
		if (year2 == null) {
			remarks.add(PdcaReason.YEAR_UNKNOWN, evidence.isEmpty() ? new Span(0, 0) : evidence.get(0).span());
		}
		else {
			remarks.add(PdcaReason.YEAR_PRINTED, evidence.get(0).span(), String.valueOf(year2));
		}
		return new YearProposal(year2, evidence);
	}

	private static @Nullable Integer only(List<Evidence> evidence) {
		List<Integer> years = evidence.stream().map(Evidence::fiscalYear).distinct().toList();
		return (years.size() == 1) ? years.get(0) : null;
	}

}
