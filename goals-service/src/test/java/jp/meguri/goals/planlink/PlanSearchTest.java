package jp.meguri.goals.planlink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanSearchTest {

	/** Codes are printed in many styles; compared are paths (domain guide 3.3). */
	@ParameterizedTest
	@CsvSource({ "5-1-3, 5-1-3", "5-1-③, 5-1-3", "5-1- (3), 5-1-3", "１－①, 1-1", "1 - ①, 1-1", "47, 47", "５‐１, 5-1",
			"自治, ''", "5-1-x, ''", "-, ''" })
	void path_readsEveryStyle(String typed, String path) {
		assertThat(PlanSearch.path(typed)).isEqualTo(path);
	}

	@ParameterizedTest
	@CsvSource({ "ＤＸの推進, dxの推進", "ｺﾐｭﾆﾃｨ, コミュニティ", "100％, 100%" })
	void word_foldsWidthAndCase(String text, String word) {
		assertThat(PlanSearch.word(text)).isEqualTo(word);
	}

}
