package io.liangze.shared;

/** 业态大类: the five families of kinds of subjects. */
public enum Family {
    /** 生产 */ PRODUCER,
    /** 小作坊 */ WORKSHOP,
    /** 销售 */ SALES,
    /** 餐饮 */ CATERING,
    /** 食堂 */ CANTEEN
}
