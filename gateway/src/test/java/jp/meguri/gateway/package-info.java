/**
 * Tests of the whole gateway: a fake provider in front, stub services behind.
 */
@NullMarked
package jp.meguri.gateway;

import org.jspecify.annotations.NullMarked;
