package jp.meguri.evaluation.report;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.events.content.ReportContent;
import jp.meguri.review.NamedItem;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of commands on sets: they name what was read.
 */
final class ReportCommands {

	private static final int MOST = 500;

	private static final TextRule COMMENT = TextRule.body(2_000).asRequired();

	private ReportCommands() {
	}

	/** JSON may leave ids out. */
	private static void checkItems(Violations violations, List<UUID> ids) {
		violations.check(!ids.isEmpty() && ids.stream().allMatch(Objects::nonNull), "/items", "required")
			.check(ids.size() <= MOST, "/items", "report.too-many", MOST)
			.check(new HashSet<>(ids).size() == ids.size(), "/items", "report.id-twice");
	}

	/** 提出, 取り下げ, 確定. */
	record Named(@Nullable List<NamedItem> items) {

		List<NamedItem> checked() {
			List<NamedItem> all = (this.items != null) ? this.items : List.of();
			Violations violations = new Violations();
			checkItems(violations, all.stream().map(NamedItem::id).toList());
			violations.refuse();
			return List.copyOf(all);
		}

	}

	/** 承認 and 修正して承認. */
	record Approval(@Nullable List<ApprovedItem> items) {

		List<ApprovedItem> checked() {
			List<ApprovedItem> all = (this.items != null) ? this.items : List.of();
			Violations violations = new Violations();
			checkItems(violations, all.stream().map(ApprovedItem::id).toList());
			violations.refuse();
			return List.copyOf(all);
		}

	}

	/**
	 * @param correction the head's wording, or null where it stays as it is
	 */
	record ApprovedItem(UUID id, long revision, @Nullable ReportContent correction) {

		NamedItem named() {
			return new NamedItem(this.id, this.revision);
		}

	}

	/** 差戻し: all comments of this reading at once. */
	record Return(@Nullable List<NamedItem> items, @Nullable List<ReturnComment> comments) {

		Return checked() {
			List<NamedItem> all = (this.items != null) ? this.items : List.of();
			List<ReturnComment> said = (this.comments != null) ? this.comments : List.of();
			Set<UUID> ids = all.stream().map(NamedItem::id).collect(Collectors.toSet());
			Violations violations = new Violations();
			checkItems(violations, all.stream().map(NamedItem::id).toList());
			violations.check(said.size() <= MOST, "/comments", "report.too-many", MOST);
			for (int i = 0; i < said.size(); i++) {
				String at = "/comments/" + i;
				violations.check(ids.contains(said.get(i).item()), at + "/item", "choice")
					.text(said.get(i).anchor(), at + "/anchor", TextRule.line(200))
					.text(said.get(i).text(), at + "/text", COMMENT);
			}
			violations.refuse();
			return new Return(List.copyOf(all), List.copyOf(said));
		}

	}

	record ReturnComment(@Nullable UUID item, @Nullable String anchor, @Nullable String text) {
	}

}
