package jp.meguri.reading.goalsheet;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.meguri.reading.layout.Width;

import static org.assertj.core.api.Assertions.assertThat;

class PlanCodeTest {

	@ParameterizedTest
	@CsvSource({ "5-1-③ 地域の課題, 5.1.3", "5-1- (3) 地域の課題, 5.1.3", "５－１－（３）地域の課題, 5.1.3", "5-1-3, 5.1.3", "1 - ① 名称, 1.1",
			"0-0-0, 0.0.0", "47 名称, 47", "47, 47", "３　名称, 3", "12窓口の改善, 12", "0, 0" })
	void code_isAPath(String printed, String path) {
		PlanCode code = PlanCode.at(Width.fold(printed), 0);
		assertThat(code).isNotNull();
		List<Integer> expected = Arrays.stream(path.split("\\.")).map(Integer::valueOf).toList();
		assertThat(code.path()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "10年後のまち", "3校区以上", "2024～2026", "①検討", "地域 5-1-3", "100%の達成" })
	void words_areNoCode(String printed) {
		assertThat(PlanCode.at(Width.fold(printed), 0)).isNull();
	}

	@Test
	void zeros_sayNone() {
		assertThat(PlanCode.at("0-0-0", 0)).isNotNull().matches(PlanCode::saysNone);
		assertThat(PlanCode.at("10 名称", 0)).isNotNull().matches((code) -> !code.saysNone());
	}

}
