package jp.meguri.evaluation.published;

import jp.meguri.evaluation.release.ReleaseDocument;
import jp.meguri.evaluation.release.ReleaseDocument.Outcome;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReportContent.NextStep;
import jp.meguri.events.content.Round;
import jp.meguri.events.content.Tag;
import jp.meguri.events.evaluation.ReleaseEvent;

/**
 * The words the public page prints for codes (glossary of the domain guide).
 */
final class Labels {

	private Labels() {
	}

	static String of(ReleaseEvent.Kind kind) {
		return switch (kind) {
			case INITIAL -> "当初公表";
			case FINAL -> "実績公表";
		};
	}

	static String of(Round round) {
		return switch (round) {
			case YEAR_START -> "期首";
			case INTERIM -> "期中";
			case YEAR_END -> "期末";
			case SETTLEMENT -> "決算後";
		};
	}

	static String of(Tag tag) {
		return switch (tag) {
			case PRIORITY -> "重点";
			case NEW -> "新規";
			case EXPANDED -> "拡充";
		};
	}

	static String of(Outcome outcome) {
		String what = of(outcome.outcome());
		return (outcome.month() != null) ? "%s（%s）".formatted(what, Wareki.month(outcome.month())) : what;
	}

	static String of(ReportContent.Outcome outcome) {
		return switch (outcome) {
			case NOT_REPORTED -> "未報告";
			case ON_SCHEDULE -> "予定どおり";
			case DELAYED -> "遅れ";
			case DONE -> "実施済";
			case DONE_LATE -> "実施済（遅れ）";
			case PARTIAL -> "一部実施";
			case REPLACED -> "代替実施";
			case DEFERRED -> "次年度へ延期";
			case CARRIED_OVER -> "継続";
			case CANCELLED -> "中止";
		};
	}

	static String of(NextStep step) {
		return switch (step) {
			case CONTINUE -> "継続";
			case EXPAND -> "拡大";
			case IMPROVE -> "改善";
			case REDUCE -> "縮小";
			case COMPLETE -> "完了";
			case ABOLISH -> "廃止";
		};
	}

	static String of(ReleaseDocument.Responsible responsible) {
		return switch (responsible.role()) {
			case PRIMARY -> "主管課：";
			case CO_LEAD -> "主管課（共同）：";
			case RELATED -> "関係課等：";
			case UNKNOWN -> "担当：";
		} + responsible.name();
	}

	static String of(ReportContent.Certainty certainty) {
		return switch (certainty) {
			case FORECAST -> "見込み";
			case PROVISIONAL -> "速報";
			case FINAL -> "確報";
		};
	}

}
