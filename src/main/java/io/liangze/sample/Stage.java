package io.liangze.sample;

/** Where the accounts of the demonstration stand: one place of each level, 12-digit codes. */
record Stage(String province, String city, String county, String township, String village) {

    /** 江西省 南昌市 南昌县 莲塘镇 向阳路社区. */
    static final Stage DEMO = new Stage("360000000000", "360100000000", "360121000000", "360121100000", "360121100002");

    /** Businesses that the village has besides its share: so that its official has something to do. */
    static final int NEIGHBOURS = 40;

    /** Whether it is one of the two lowest places, whose posts are filled. */
    boolean holds(String code) {
        return code.equals(township) || code.equals(village);
    }
}
