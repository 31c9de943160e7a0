package jp.meguri.reading.reformplan;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Width;

/**
 * The parts of an item, known by their labels.
 */
enum Part {

	/** 趣旨・目的. */
	PURPOSE("趣旨・目的", "現状([・と及びや]{1,2}課題)?|(趣旨|目的|ねらい|背景|概要)([・と及びや]{1,2}(趣旨|目的|ねらい|背景|必要性))?"),

	/** 5年間の主な取組. */
	ACTIONS("主な取組", "((\\d{1,2}|[一二三四五六七八九十])[かカヶヵケ箇]?年(度)?間の|計画期間の|期間中の)?(主な|主要な|具体的な?)?(取組|改革|実施)(の?(内容|事項|項目|計画))?"),

	/** 目標. */
	TARGETS("目標", "(数値|成果|達成|取組の?)?(目標|指標)(値|と指標|・指標)?"),

	/** 担当. */
	RESPONSIBILITY("担当", "(主な)?(担当|所管|実施|関係)(部|課|局|所属|部署|部局|室|組織|区)(・?[課局室])?(等|名)?|担当");

	private final String name;

	private final Pattern label;

	Part(String name, String label) {
		this.name = name;
		this.label = Pattern.compile("[■◆●○◎□【<《〔]?(" + label + ")[】>》〕:]?");
	}

	/** The part with this label (see {@code Width.key}), or null. */
	static @Nullable Part labelled(String key) {
		String words = Width.undoubled(key);
		for (Part part : values()) {
			if (part.label.matcher(words).matches()) {
				return part;
			}
		}
		return null;
	}

	/** For remarks. */
	String japanese() {
		return this.name;
	}

}
