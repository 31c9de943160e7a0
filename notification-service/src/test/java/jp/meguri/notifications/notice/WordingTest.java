package jp.meguri.notifications.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import jp.meguri.notifications.work.WorkKind;
import jp.meguri.web.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {

	private static final Facts FACTS = new Facts("くらし協働部", 2026, WorkKind.GOAL, "窓口サービスの向上", LocalDate.of(2026, 9, 25),
			"鈴木 一郎", "");

	private final Wording wording = new Wording(new Texts());

	@Test
	void sentence_saysWhoseWhatAndHowMany() {
		assertThat(this.wording.notice(NoticeKind.APPROVAL_WANTED, FACTS, 6, Locale.JAPANESE))
			.isEqualTo("くらし協働部 令和8年度の目標6件の承認をお願いします");
		assertThat(this.wording.notice(NoticeKind.RETURNED, FACTS, 1, Locale.ENGLISH))
			.isEqualTo("くらし協働部, FY2026: 1 goals returned by 鈴木 一郎");
	}

	@Test
	void dueDay_isWrittenWithItsWeekday() {
		assertThat(this.wording.notice(NoticeKind.DUE_SOON, FACTS, 1, Locale.JAPANESE))
			.isEqualTo("くらし協働部 令和8年度の目標の提出期限は9月25日（金）です");
	}

	@ParameterizedTest
	@EnumSource(NoticeKind.class)
	void everyKind_hasASentenceInBothLanguages(NoticeKind kind) {
		assertThat(this.wording.notice(kind, FACTS, 2, Locale.JAPANESE)).isNotBlank().doesNotContain("{");
		assertThat(this.wording.notice(kind, FACTS, 2, Locale.ENGLISH)).isNotBlank()
			.isNotEqualTo(this.wording.notice(kind, FACTS, 2, Locale.JAPANESE));
	}

}
