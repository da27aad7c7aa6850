-- Public lists are read as short ordered runs of an index, however many reports there are: office and category by stage,
-- area by province and by regency. Kemendagri codes: 53 province, 53.71 regency, 53.71.04 district.
create index report_by_agency_stage on publication.report (agency_id, stage, published_at desc, tracking_id desc);
drop index publication.report_by_agency;
create index report_by_province on publication.report (left(area_code, 2), published_at desc, tracking_id desc);
create index report_by_regency on publication.report (left(area_code, 5), published_at desc, tracking_id desc);
drop index publication.report_by_area;
