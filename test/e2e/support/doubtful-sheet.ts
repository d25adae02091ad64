/** An invented sheet: standard errors as SDs with the huge effect they make, and a sign against the instrument. */
export const doubtfulSheet = [
  'study,outcome_category,condition_arm1,condition_arm2,outcome_type,instrument,time,time_weeks,.g,.g_se,mean_arm1,sd_arm1,n_arm1,mean_arm2,sd_arm2,n_arm2',
  '"Vos, 2020",Personal recovery,Peer support,CAU,msd,RAS - total,post,26,0.29,0.199,90,10,50,87,10.5,52',
  '"Kuiper, 2021",Personal recovery,Peer support,CAU,msd,RAS - total,post,26,2.05,0.246,91,1.4,50,88,1.5,50',
  '"Meijer, 2019",Personal recovery,Peer support,CAU,msd,RAS - total,post,26,0.19,0.23,89,11,40,87,10,36',
  '"Vos, 2020",Clinical recovery,Peer support,CAU,msd,BPRS,post,26,0.30,0.199,38,10,50,35,9.8,52',
].join('\n');
