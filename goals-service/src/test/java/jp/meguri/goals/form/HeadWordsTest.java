package jp.meguri.goals.form;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import jp.meguri.workbook.FormField;
import jp.meguri.workbook.FormTable;

import static org.assertj.core.api.Assertions.assertThat;

class HeadWordsTest {

	@Test
	void headsOfAForm_areTiedToTheirFields() {
		assertThat(proposed("番号", "件名", "取組の内容", "主管課", "目標値", "趣旨・目的", "予算"))
			.isEqualTo(Map.of(FormField.NUMBER, "番号", FormField.TITLE, "件名", FormField.ACTIONS, "取組の内容",
					FormField.LEAD_SECTION, "主管課", FormField.TARGETS, "目標値", FormField.PURPOSE, "趣旨・目的"));
	}

	@Test
	void targets_areNoTitle() {
		for (String head : List.of("数値目標", "達成目標", "成果目標", "指標と目標値")) {
			assertThat(proposed(head, "当年度目標", "所管課"))
				.isEqualTo(Map.of(FormField.TARGETS, head, FormField.TITLE, "当年度目標", FormField.LEAD_SECTION, "所管課"));
		}
		assertThat(proposed("事業名", "担当課")).containsEntry(FormField.LEAD_SECTION, "担当課");
	}

	private static Map<FormField, String> proposed(String... heads) {
		return HeadWords.propose(List.of(new FormTable("1", List.of(new FormTable.Row(1, List.of(heads))))))
			.orElseThrow()
			.heads();
	}

}
